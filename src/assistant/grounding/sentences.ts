import type { Fact } from '../fact.ts';
import { fold } from './fold.ts';
import type { Part } from './template.ts';

/** What the checker looks at: the model's own words, with a mark for each value that code fills in. */
export interface Sentence {
  /** As it is written. */
  readonly words: string;
  /** Folded, with single spaces. */
  readonly folded: string;
  /** By their place in `folded`. */
  readonly facts: readonly PlacedFact[];
  /** What parts it from the next: blanks or lines. */
  readonly gap: string;
}

export interface PlacedFact {
  readonly fact: Fact;
  readonly at: number;
}

/** Marks are characters of private use: no word, no figure and no end of a sentence. */
const firstMark = 0xe000;
const mostMarks = 6_000;

export function splitSentences(parts: readonly Part[]): readonly Sentence[] {
  const facts: Fact[] = [];
  const masked = parts
    .map((part) => {
      if ('literal' in part) return part.literal;
      facts.push(part.fact);
      return String.fromCharCode(firstMark + ((facts.length - 1) % mostMarks));
    })
    .join('');
  const pieces = masked.split(/((?<=[.!?…。।؟])(?<!(?:^|\n)\s*\d{1,2}\.)\s+|\n+)/u);
  return pieces.flatMap((words, index) => {
    if (index % 2 === 1 || words.trim() === '') return [];
    return [{ ...sentenceOf(words, facts), gap: pieces[index + 1] ?? '' }];
  });
}

/** As the model wrote it, names by their handles. */
export function written({ words, facts, gap }: Sentence): string {
  const handles = facts.map(({ fact }) => `{{${fact.handle}}}`);
  return words.replace(/[\ue000-\uf8ff]/gu, () => handles.shift() ?? '') + gap;
}

function sentenceOf(words: string, facts: readonly Fact[]): Omit<Sentence, 'gap'> {
  const folded = fold(words).replace(/\s+/gu, ' ').trim();
  const placed = [...folded].flatMap((char, index) => {
    const fact = facts[char.charCodeAt(0) - firstMark];
    return char >= '\ue000' && char <= '\uf8ff' && fact ? [{ fact, index }] : [];
  });
  // Indexes count characters there and units here; a search keeps them right.
  let from = 0;
  const at = placed.map(({ fact }) => {
    const found = folded.slice(from).search(/[\ue000-\uf8ff]/u) + from;
    from = found + 1;
    return { fact, at: found };
  });
  return { words, folded, facts: at };
}

export function isQuestion({ folded }: Sentence): boolean {
  return /[?؟]\s*$/u.test(folded);
}
