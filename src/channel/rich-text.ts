/**
 * Text with light markup, as a small tree. Line breaks are `\n` inside strings. Plain text is one string in a list,
 * so that the common message stays small where it is stored.
 */
export type RichText = readonly Inline[];

export type Inline =
  | string
  | { readonly bold: RichText }
  | { readonly italic: RichText }
  | { readonly code: string }
  | { readonly link: string; readonly text: RichText };

/** The words alone; a link keeps its address in brackets unless the words are the address. */
export function plainText(text: RichText): string {
  return text.map(plainInline).join('');
}

function plainInline(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return plainText(inline.bold);
  if ('italic' in inline) return plainText(inline.italic);
  if ('code' in inline) return inline.code;
  return plainLink(inline.link, plainText(inline.text));
}

function plainLink(address: string, words: string): string {
  return words === address || words === '' ? address : `${words} (${address})`;
}
