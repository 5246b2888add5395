import type { TextLimits } from './capabilities.ts';
import { type Inline, plainText, type RichText } from './rich-text.ts';
import { isBlank } from './text-length.ts';

export type Markup = TextLimits['markup'][number];

/** The text with only the markup a channel shows; the words stay, and a link becomes words with their address. A link without words shows its address. */
export function fitMarkup(text: RichText, markup: readonly Markup[]): RichText {
  if (text.every((inline) => typeof inline === 'string')) return text;
  return text.flatMap((inline) => fitInline(inline, markup));
}

function fitInline(inline: Inline, markup: readonly Markup[]): RichText {
  if (typeof inline === 'string') return [inline];
  if ('bold' in inline) return fitted('bold', markup, fitMarkup(inline.bold, markup));
  if ('italic' in inline) return fitted('italic', markup, fitMarkup(inline.italic, markup));
  if ('code' in inline) return markup.includes('code') ? [inline] : [inline.code];
  if (!markup.includes('link')) return [plainText([inline])];
  const words = fitMarkup(inline.text, markup);
  return [{ link: inline.link, text: isBlank(words) ? [inline.link] : words }];
}

function fitted(kind: 'bold' | 'italic', markup: readonly Markup[], text: RichText): RichText {
  if (!markup.includes(kind)) return text;
  return [kind === 'bold' ? { bold: text } : { italic: text }];
}

/** The markup in a text that is not among these, each once. */
export function foreignMarkup(text: RichText, markup: readonly Markup[]): readonly Markup[] {
  return [...new Set(text.flatMap(markupsOf))].filter((kind) => !markup.includes(kind));
}

function markupsOf(inline: Inline): readonly Markup[] {
  if (typeof inline === 'string') return [];
  if ('bold' in inline) return ['bold', ...inline.bold.flatMap(markupsOf)];
  if ('italic' in inline) return ['italic', ...inline.italic.flatMap(markupsOf)];
  if ('code' in inline) return ['code'];
  return ['link', ...inline.text.flatMap(markupsOf)];
}
