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
  return masked
    .split(/(?<=[.!?…。।؟])(?<!(?:^|\n)\s*\d{1,2}\.)\s+|\n+/u)
    .filter((words) => words.trim() !== '')
    .map((words) => sentenceOf(words, facts));
}

function sentenceOf(words: string, facts: readonly Fact[]): Sentence {
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
