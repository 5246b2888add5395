/** More does not help a search and would only cost time; a shopper's wish fits. */
const longestText = 400;
const notSearchable = /[^\p{L}\p{N}\p{M}\s'’.&+#/_-]+/gu;
const ascii = /^[\0-\x7f]*$/;

/**
 * What is left of a shopper's text for a search: no quotes and no leading hyphens, which search engines read as
 * operators, no emoji or control characters, at most 400 characters. Empty when there is no letter or digit in it.
 */
export function searchableText(text: string): string {
  const plain = text
    .slice(0, longestText * 4)
    .replace(notSearchable, ' ')
    .replace(/(^|\s)-+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

/** Lower case, without accents and compatibility forms: `Crème` and `creme` become equal. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return ascii.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

const word = /[\p{L}\p{N}]+/gu;

export function wordsOf(text: string): readonly string[] {
  return foldText(text).replace(/['’]/g, '').match(word) ?? [];
}
