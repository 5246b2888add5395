import type { LengthUnit } from './capabilities.ts';
import type { Inline, RichText } from './rich-text.ts';

/** What a channel's own signs around bold, italic and code cost at most: one before, one after. */
export const styleCost = 2;

/** What the signs around a link cost at most, beside its words and its address: `[](`, `)`. */
const linkCost = 4;

/** A word's length in the unit. */
export function lengthOfString(text: string, unit: LengthUnit): number {
  return unit === 'utf16' ? text.length : Buffer.byteLength(text);
}

/** A text's length in the unit with its markup written out: never less than what any channel counts. */
export function lengthOf(text: RichText, unit: LengthUnit): number {
  let length = 0;
  for (const inline of text) length += lengthOfInline(inline, unit);
  return length;
}

function lengthOfInline(inline: Inline, unit: LengthUnit): number {
  if (typeof inline === 'string') return lengthOfString(inline, unit);
  if ('bold' in inline) return lengthOf(inline.bold, unit) + styleCost;
  if ('italic' in inline) return lengthOf(inline.italic, unit) + styleCost;
  if ('code' in inline) return lengthOfString(inline.code, unit) + styleCost;
  return lengthOf(inline.text, unit) + lengthOfString(inline.link, unit) + linkCost;
}

/** Nothing that could be seen: channels refuse such a text. */
export function isBlank(text: RichText): boolean {
  return text.every((inline) => {
    if (typeof inline === 'string') return isBlankString(inline);
    if ('bold' in inline) return isBlank(inline.bold);
    if ('italic' in inline) return isBlank(inline.italic);
    if ('code' in inline) return isBlankString(inline.code);
    return isBlank(inline.text) && isBlankString(inline.link);
  });
}

export function isBlankString(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 32 && first < 127) return false;
  return !/[^\s\p{Cc}\p{Cf}]/u.test(text);
}
