import { type Inline, plainText, type RichText } from '../../../src/channel/rich-text.ts';

/** For `parse_mode: HTML`: https://core.telegram.org/bots/api#html-style */
export function toHtml(text: RichText): string {
  return text.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  if ('bold' in inline) return `<b>${toHtml(inline.bold)}</b>`;
  if ('italic' in inline) return `<i>${toHtml(inline.italic)}</i>`;
  if ('code' in inline) return `<code>${escapeHtml(inline.code)}</code>`;
  return linkHtml(inline.link, inline.text);
}

/** Telegram drops an address that it does not take for a link, without a word: then it is shown in brackets. */
function linkHtml(address: string, words: RichText): string {
  if (!isLinkable(address)) return escapeHtml(plainText([{ link: address, text: words }]));
  const shown = isBlank(plainText(words)) ? escapeHtml(address) : toHtml(words);
  return `<a href="${escapeHtml(address)}">${shown}</a>`;
}

export function isLinkable(address: string): boolean {
  if (/\s/u.test(address) || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === 'http:' || protocol === 'https:') && /[^.]\.[^.]/u.test(hostname);
}

/** Half a surrogate pair is no UTF-8, and Telegram refuses the whole message for it. */
function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Nothing that anybody could see; Telegram calls such a text empty. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}
