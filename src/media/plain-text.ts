/** What would be run or rendered by somebody's program, though it is text. */
const isProgram = /^\s*(#!|<\?)|<\s*(!doctype|html|head|body|svg|script|iframe)\b/iu;

const isControl = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13;

/** UTF-8 that people read; the last character may be cut in two. */
export function isPlainText(head: Uint8Array): boolean {
  const text = decoded(head, { stream: true });
  if (text === null || text.trim() === '' || isProgram.test(text)) return false;
  return ![...text].some((character) => isControl(character.codePointAt(0) ?? 0));
}

/** `null` when it is not UTF-8. */
export function decoded(bytes: Uint8Array, options: { readonly stream?: boolean } = {}): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    return null;
  }
}
