import { type Inline, plainText, type RichText } from '../../../src/channel/rich-text.ts';

/**
 * The text in WhatsApp's own signs (faq.whatsapp.com, "How to format your messages"): `*bold*`, `_italic_`, `` `code` ``. They hold
 * within a line, next to what is not a space. Where the signs would pass `max`, they are left out.
 */
export function toWhatsapp(text: RichText, max: number): string {
  const marked = text.map(marks).join('');
  return marked.length <= max ? marked : plainText(text);
}

function marks(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return around(inline.bold.map(marks).join(''), '*');
  if ('italic' in inline) return around(inline.italic.map(marks).join(''), '_');
  if ('code' in inline) return around(inline.code, '`');
  return plainText([inline]);
}

function around(words: string, sign: string): string {
  return words
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/su, (_, before, inside, after) => before + signed(inside, sign) + after),
    )
    .join('\n');
}

function signed(inside: string, sign: string): string {
  return inside === '' ? '' : `${sign}${inside}${sign}`;
}
