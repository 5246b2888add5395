/** Letters by which an ending may differ. */
const longestEnding = 3;

/** "Keep" and "keeps": both folded. */
export function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (short.length > 3 && long.startsWith(short) && long.length - short.length <= longestEnding);
}

export function foldedWords(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
