import { spelledOut } from './intents/shorthand.ts';
import { normalise } from './normalise.ts';
import { isOneSlip } from './spelling.ts';
import { type Word, wordsOf } from './words.ts';

/** An example with `{slots}`: literal words and slots in their order. */
type Piece = { readonly kind: 'word'; readonly word: string } | { readonly kind: 'slot'; readonly name: string };

export interface Template {
  readonly pieces: readonly Piece[];
}

export interface TemplateMatch {
  readonly slots: Readonly<Record<string, string>>;
  /** Share of the message's letters that the example's own words cover, 0 to 1. */
  readonly coverage: number;
  /** Every literal word was spelt as in the example. */
  readonly exact: boolean;
}

/** A word of a message in the form that examples are compared in. */
export type MessageWord = Word;

const slotName = /\{\s*([\p{L}\p{N}_-]+)\s*\}/u;

export const hasSlots = (example: string): boolean => slotName.test(example);

/** A word that no message has: what stands in a slot is no part of an example's own words. */
const slotWord = '{}';

/** The example's words, normalised, with `{}` for each slot; empty for an example of slots alone. */
export const literalText = (example: string): string => {
  const words = example
    .split(/\{[^{}]*\}/)
    .map((part) => normalise(part))
    .join(` ${slotWord} `)
    .trim();
  return words.split(' ').every((word) => word === slotWord) ? '' : words.replace(/ {2,}/g, ' ');
};

/** Null for an example of slots alone: it would match everything. */
export const parseTemplate = (example: string): Template | null => {
  const pieces = example.split(/(\{[^{}]*\})/).flatMap((part): readonly Piece[] => {
    const name = slotName.exec(part)?.[1];
    return name === undefined
      ? messageWords(part).map(({ text }) => ({ kind: 'word', word: text }))
      : [{ kind: 'slot', name }];
  });
  return pieces.some((piece) => piece.kind === 'word') ? { pieces } : null;
};

/** "do u ship to" is "do you ship to"; a shorthand for more than one word stays as it is written. */
const inFull = (word: string): string => {
  const [full = word, ...more] = spelledOut(word);
  return more.length === 0 ? full : word;
};

export const messageWords = (text: string): readonly MessageWord[] =>
  wordsOf(text).map((word) => ({ ...word, text: inFull(normalise(word.text)) }));

const longEnoughForTypos = 5;

const sameWord = (word: string, wanted: string): 'same' | 'near' | null => {
  if (word === wanted) return 'same';
  if (wanted.length < longEnoughForTypos || Math.abs(word.length - wanted.length) > 1) return null;
  return isOneSlip(word, wanted) ? 'near' : null;
};

/** Consecutive literal words, and the slot before them (null at the template's start). */
interface Segment {
  readonly slot: string | null;
  readonly words: readonly string[];
}

const segmentsOf = ({ pieces }: Template): readonly Segment[] => {
  const segments: { slot: string | null; words: string[] }[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'slot') segments.push({ slot: piece.name, words: [] });
    else if (segments.length === 0) segments.push({ slot: null, words: [piece.word] });
    else segments.at(-1)?.words.push(piece.word);
  }
  return segments;
};

interface Found {
  readonly at: number;
  readonly near: number;
}

const nearWordsAt = (words: readonly MessageWord[], at: number, wanted: readonly string[]): number | null => {
  let near = 0;
  for (let offset = 0; offset < wanted.length; offset += 1) {
    const same = sameWord(words[at + offset]?.text ?? '', wanted[offset] ?? '');
    if (same === null) return null;
    if (same === 'near') near += 1;
  }
  return near;
};

/** The first place from `from` on; the last segment has to end with the message. */
const findWords = (
  words: readonly MessageWord[],
  wanted: readonly string[],
  where: { from: number; to: number },
): Found | null => {
  for (let at = where.from; at <= where.to; at += 1) {
    const near = nearWordsAt(words, at, wanted);
    if (near !== null) return { at, near };
  }
  return null;
};

/** As written, whole: `$20` and `a@b.co` keep the signs that belong to them. */
const written = (text: string, words: readonly MessageWord[], span: { from: number; to: number }): string => {
  const previous = words[span.from - 1]?.end ?? 0;
  const following = words[span.to]?.start ?? text.length;
  return text
    .slice(previous, following)
    .trim()
    .replace(/^[\s,;:.!?'"’”)]+/, '')
    .replace(/[\s,;:.!?'"‘“(]{1,20}$/, '');
};

const placeOf = (segment: Segment, last: boolean, from: number, length: number): { from: number; to: number } => {
  const latest = length - segment.words.length;
  const earliest = segment.slot === null ? 0 : from + 1;
  return last
    ? { from: Math.max(latest, earliest), to: latest }
    : { from: earliest, to: segment.slot === null ? 0 : latest };
};

const letterCount = (words: readonly { readonly text: string }[]): number =>
  words.reduce((sum, { text }) => sum + text.length, 0);

/** Linear in the message: each segment takes its first place. */
export const matchTemplate = (
  template: Template,
  text: string,
  words: readonly MessageWord[],
): TemplateMatch | null => {
  const segments = segmentsOf(template);
  const slots: Record<string, string> = {};
  let end = 0;
  let near = 0;
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    const found = findWords(words, segment.words, placeOf(segment, last, end, words.length));
    if (found === null) return null;
    if (segment.slot !== null) slots[segment.slot] = written(text, words, { from: end, to: found.at });
    end = found.at + segment.words.length;
    near += found.near;
  }
  const literal = segments.flatMap(({ words: own }) => own.map((word) => ({ text: word })));
  return end === words.length
    ? { slots, coverage: Math.min(1, letterCount(literal) / Math.max(1, letterCount(words))), exact: near === 0 }
    : null;
};
