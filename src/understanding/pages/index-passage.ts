import { type PassageMatters, passageMatters, wantedIn } from './matters/passage-matters.ts';
import type { MatterReader, Wanted } from './matters/read-matters.ts';
import type { WrittenPassage } from './written-passage.ts';

export interface IndexedPassage {
  readonly passage: WrittenPassage;
  /** Of each term how much the passage is about it, 0 to 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** Terms of its title, its heading and what its page is also called. */
  readonly head: ReadonlySet<string>;
  /** Its heading, and each way to ask for it that the merchant wrote. */
  readonly phrases: readonly ReadonlySet<string>[];
  /** What shoppers ask any shop that it tells, each 0 to 1. */
  readonly matters: PassageMatters;
  readonly tells: readonly Wanted[];
}

/** The parameters of BM25 for repeated terms and long passages, as they are mostly chosen. */
const saturation = 1.2;
const lengthShare = 0.75;
const fieldWeight = { heading: 1, title: 0.85, question: 0.9, text: 1.1 } as const;

interface Texts {
  readonly read: (text: string) => readonly string[];
  readonly matters: MatterReader;
  readonly text: readonly string[];
  readonly average: number;
}

export function indexPassage(passage: WrittenPassage, { read, matters, text, average }: Texts): IndexedPassage {
  const heading = new Set(read(passage.heading));
  const head = new Set([...read(passage.title), ...passage.also.flatMap(read)]);
  const questions = passage.questions.map((question) => new Set(read(question)));
  const weights = new Map<string, number>();
  const raise = (term: string, weight: number): void =>
    void weights.set(term, Math.min(1, Math.max(weights.get(term) ?? 0, weight)));
  for (const [term, times] of counted(text)) raise(term, fieldWeight.text * saturated(times, text.length / average));
  for (const term of questions.flatMap((question) => [...question])) raise(term, fieldWeight.question);
  for (const term of head) raise(term, fieldWeight.title);
  for (const term of heading) raise(term, fieldWeight.heading);
  return {
    passage,
    weights,
    head,
    phrases: [heading, ...questions],
    matters: passageMatters(passage, matters),
    tells: wantedIn(passage),
  };
}

function counted(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Near 1 for a term that a short passage has often. */
function saturated(times: number, length: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * length));
}
