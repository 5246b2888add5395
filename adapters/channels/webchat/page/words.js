import { translations } from './translations.js';

/** What the page says by itself. A shop's own words (`words` of /webchat/config) take their place. */
export const english = {
  title: 'Chat with {shop}',
  conversation: 'Conversation',
  write: 'Write a message…',
  message: 'Your message',
  send: 'Send',
  you: 'You:',
  shop: '{shop}:',
  typing: '{shop} is writing…',
  sending: 'Sending…',
  notSent: 'Not sent yet – trying again',
  refused: 'Could not be sent: {reason}',
  tryNow: 'Try now',
  lost: 'Connection lost – reconnecting…',
  earlier: 'Show earlier messages',
  newest: 'Jump to the latest',
  products: 'Products',
  outOfStock: 'Out of stock',
  was: 'was',
  picked: 'picked',
  item: 'Item',
  amount: 'Amount',
  shareLocation: 'Share my location',
  shareNumber: 'Share my phone number',
  toPay: 'To pay',
  locating: 'Finding your location…',
  noLocation: 'Your location could not be found. You can write it instead.',
  myLocation: 'My location',
  attach: 'Send a picture or a file',
  remove: 'Do not send this file',
  tooBig: 'That file is too large: {most} MB at most.',
  record: 'Record a voice note',
  recording: 'Recording…',
  stopAndSend: 'Stop and send the voice note',
  discard: 'Throw the voice note away',
  noMicrophone: 'The microphone cannot be used. You can write instead.',
  yourPicture: 'Your picture',
  voiceNote: 'Voice note',
  understood: 'Understood:',
  video: 'Film',
  sticker: 'Sticker',
  file: 'File',
  unreadable: '(something that could not be read)',
  failed: 'The chat could not be opened. It is tried again in a moment.',
};

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * Which language the page speaks: the visitor's own as their browser tells it, where the page knows it, or the shop's. `tag` is for
 * numbers and dates, `dir` the way it is written.
 */
export function languageFor(shopLocale, wanted = navigator.languages) {
  const known = [...wanted, shopLocale].find((tag) => tag && (baseOf(tag) === 'en' || baseOf(tag) in translations));
  const language = known ? baseOf(known) : 'en';
  const tag = shopLocale && baseOf(shopLocale) === language ? shopLocale : (known ?? 'en');
  return { language, tag, dir: rightToLeft.has(language) ? 'rtl' : 'ltr' };
}

function baseOf(tag) {
  return tag.split(/[-_]/)[0].toLowerCase();
}

/** `say(name, values)`: the words of that name, with `{value}` filled in. */
export function createWords(own, language = 'en') {
  const words = { ...english, ...translations[language], ...own };
  return (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
