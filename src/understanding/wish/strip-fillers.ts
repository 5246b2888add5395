import { blanked, type Draft, wordsLeft } from './draft.ts';
import { type FillerWords, fillersFor } from './filler-words.ts';
import { type WishWord, wishWords } from './wish-word.ts';

/** In the middle of a wish: "…, i need it to be …", "that is", "also choose". */
const asides =
  /(?<=^| )(?:(?:and|also|but|so|then|please|pls) )*(?:(?:(?:that )?(?:i|we|id|im|ill) (?:(?:would|will|am|do|also|really|just|d|m|ll) )*(?:want|wanted|need|like|prefer|choose|pick|looking for|look for|searching for|interested in|wish)(?: (?:it|them|one|something|these|that))?(?: (?:to be|to have|to|in|for|with|that is|which is|is|be|a|an|the))*)|(?:(?:and )?(?:that|which|it|they) (?:is|are|should be|must be|has to be|have to be|needs? to be|would be|will be|can be|comes? in|s)(?: (?:a|an|the))?)|(?:(?:should|must|need to|has to|needs to) be)|(?:also )(?:choose|pick)(?: (?:a|an|the))?|(?:please )?(?:choose|pick) (?:a|an|the|one|something)(?: in)?|as well(?= |$)(?! as(?: |$))|if possible|if you have (?:it|any|one|some)|(?:do|would) (?:you|u) have (?:it|any|one|some|that))(?= |$)/gu;

/** What may be left hanging where a condition was taken away. */
const hanging = new Set(
  'and or in for with of but n at on to by from the a an is are that which und oder in aus von mit y o u de con en por e ou com em do da و او من في और'.split(
    ' ',
  ),
);

/** Takes away what says nothing of the product. What is left stays where it stood. */
export function stripFillers(draft: Draft, locale: string): Draft {
  const first = wishWords(draft.written.slice(0, longestOpening)).slice(0, 3);
  const fillers = fillersFor(
    locale,
    first.map((word) => word.text),
  );
  return withoutClosing(withoutOpening(withoutAsides(draft), fillers), fillers);
}

/** Three words are in it. */
const longestOpening = 100;

function withoutAsides(draft: Draft): Draft {
  const words = wordsLeft(draft);
  const joined = words.map((word) => word.text).join(' ');
  const starts = wordStarts(words);
  let { left } = draft;
  for (const match of joined.matchAll(asides)) {
    const from = starts.get(match.index);
    const count = match[0].trim().split(' ').length;
    const [first, last] = [words[from ?? -1], words[(from ?? 0) + count - 1]];
    if (first !== undefined && last !== undefined && !last.joined)
      left = blanked(left, { start: first.start, end: last.end });
  }
  return { ...draft, left };
}

/** Offset in the words joined by spaces → which word begins there. */
function wordStarts(words: readonly WishWord[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let offset = 0;
  for (const [index, word] of words.entries()) {
    starts.set(offset, index);
    offset += word.text.length + 1;
  }
  return starts;
}

function withoutOpening(draft: Draft, fillers: readonly FillerWords[]): Draft {
  const words = wordsLeft(draft);
  const count = Math.max(0, ...fillers.map((one) => openingCount(words, one)));
  const last = words[count - 1];
  return last === undefined ? draft : { ...draft, left: blanked(draft.left, { start: 0, end: last.end }) };
}

function openingCount(words: readonly WishWord[], { opening, filling }: FillerWords): number {
  const [first, second] = words;
  if (first === undefined || !opening.has(first.text) || second?.joined === true) return 0;
  // "Need for Speed" is a name.
  if (/^needs?$/u.test(first.text) && second?.text === 'for') return 0;
  const end = words.findIndex((word, at) => !filling.has(word.text) || words[at + 1]?.joined === true);
  return end === -1 ? words.length : end;
}

function withoutClosing(draft: Draft, fillers: readonly FillerWords[]): Draft {
  const words = wordsLeft(draft);
  let count = words.length;
  while (count > 0 && isClosing(draft, { word: words[count - 1], next: words[count] }, fillers)) count -= 1;
  const first = words[count];
  const end = words.at(-1)?.end ?? 0;
  return first === undefined ? draft : { ...draft, left: blanked(draft.left, { start: first.start, end }) };
}

interface LastWords {
  readonly word: WishWord | undefined;
  /** What has been found to be closing; `undefined` at the very end. */
  readonly next: WishWord | undefined;
}

function isClosing(draft: Draft, { word, next }: LastWords, fillers: readonly FillerWords[]): boolean {
  if (word === undefined || word.joined) return false;
  if (fillers.some(({ closing }) => closing.has(word.text))) return true;
  return hanging.has(word.text) && (next !== undefined || wasTakenAfter(draft, word));
}

/** Whether the very next written word has been taken away. */
function wasTakenAfter({ written, left }: Draft, { end }: WishWord): boolean {
  const next = /[\p{L}\p{N}$€£₹]/u.exec(written.slice(end));
  return next !== null && left[end + next.index] === ' ';
}
