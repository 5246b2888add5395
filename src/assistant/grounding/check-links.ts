import type { Check } from './claim.ts';

const ends =
  'com|net|org|io|co|de|es|br|in|ae|sa|eg|shop|store|app|me|info|biz|ai|dev|ly|gg|link|xyz|site|online|uk|us|ru|cn|fr|it|pt|mx|ar';
const patterns: readonly RegExp[] = [
  /[a-z][a-z\d+.-]*:\/\/\S*|(?<![\p{L}])(?:mailto|tel|javascript|data|file):\S*/u,
  /(?<![\p{L}\p{N}])www\.\S+/u,
  new RegExp(
    `[\\p{L}\\p{N}-]+\\s?(?:\\.|\\(dot\\)|\\[dot\\]| dot )\\s?(?:${ends})(?![\\p{L}\\p{N}])(?=[/\\s.,!?:;)]|$)`,
    'u',
  ),
  /\S+\s?(?:@|\(at\)|\[at\])\s?\S+/u,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,}/u,
  /\]\s?\(/u,
  /<\/?[a-z][^>]*>/u,
  /(?:\+|00)?\d[\d\s()./-]{6,}\d/u,
];

/** Addresses come by handle alone. */
export const checkLinks: Check = ({ folded }) => {
  const found = patterns.map((pattern) => pattern.exec(folded)?.[0]).find((link) => link !== undefined);
  return found === undefined ? [] : [{ code: 'link', words: found }];
};
