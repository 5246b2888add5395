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
  locating: 'Finding your location…',
  noLocation: 'Your location could not be found. You can write it instead.',
  myLocation: 'My location',
  unreadable: '(something that could not be read)',
  failed: 'The chat could not be opened. It is tried again in a moment.',
};

/** `say(name, values)`: the words of that name, with `{value}` filled in. */
export function createWords(own) {
  const words = { ...english, ...own };
  return (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
