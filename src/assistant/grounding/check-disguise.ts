import type { Check } from './claim.ts';

/** Scripts that the checker can read. */
const strange = /[\p{No}\p{Nl}]|(?![\p{Script=Latin}\p{Script=Devanagari}\p{Script=Arabic}])\p{L}/u;
/** "f r e e", "$ 5 0". */
const spaced = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s._-]){3,}[\p{L}\p{N}](?![\p{L}\p{N}])/u;
/** "fr.ee", "fr€e". */
const parted = /(?<!\p{L})\p{L}{2,}\.\p{L}{2,}(?!\p{L})|(?<!(?:^|[^\p{L}])(?:r|us|a|c|nz|hk|s))(?<=\p{L})\p{Sc}/u;
const mixed =
  /(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*(?:\p{Script=Devanagari}|\p{Script=Arabic}))[\p{L}\p{M}]{2,}/u;

/** What is written so that people read it and programs do not. */
export const checkDisguise: Check = ({ folded }) => {
  const found = [strange, spaced, parted, mixed]
    .map((pattern) => pattern.exec(folded)?.[0])
    .find((part) => part !== undefined);
  return found === undefined ? [] : [{ code: 'disguise', words: found }];
};
