import { plainVocabulary } from '../src/understanding/wish/plain-vocabulary.ts';
import { readWish } from '../src/understanding/wish/read-wish.ts';
import type { Wish } from '../src/understanding/wish/wish.ts';
import { singular, wishWords } from '../src/understanding/wish/wish-word.ts';
import type { Figure, NotHere, Piece, World } from './piece.ts';
import { readJsonLines } from './read-json-lines.ts';

/** WebShop's goals: a long wish, and what people typed into the shop's search for it. */
export const wishes: Piece = {
  name: 'wishes',
  about: 'a long wish becomes a short query with constraints (webshop_goals)',
  run,
};

interface Goal {
  readonly text: string;
  readonly queries: readonly string[];
}

async function run({ data }: World): Promise<readonly Figure[] | NotHere> {
  const goals = await readJsonLines<Goal>(`${data}/webshop_goals/goal_to_query_dev.jsonl`);
  if (goals === null) return { notHere: 'webshop_goals/goal_to_query_dev.jsonl is missing' };
  const asked = goals.filter(({ queries }) => queries.length > 0);
  const began = performance.now();
  const read = asked.map((goal) => ({ ...goal, wish: wishOf(goal.text) }));
  const ms = (performance.now() - began) / Math.max(1, asked.length);
  return [...likenessOf(read), ...pricesOf(read), { name: 'time a wish', value: ms, unit: 'ms' }];
}

/** Colours, sizes and materials in general stand for a catalogue's facets: the shop's own products are not here. */
function wishOf(text: string): Wish {
  return readWish(text, { vocabulary: plainVocabulary, exponent: 2, locale: 'en-US' });
}

type ReadGoal = Goal & { readonly wish: Wish };

/** Against the query most like it of those that people typed: they often leave wishes out that were in the goal. */
function likenessOf(goals: readonly ReadGoal[]): readonly Figure[] {
  const whole = goals.map(({ text, queries }) => best(queries, wordsIn(text)));
  const ours = goals.map(({ wish, queries }) => best(queries, said(wish)));
  const words = goals.map(({ text }) => wordsIn(text).length);
  const kept = goals.map(({ wish }) => said(wish).length);
  const note = `${goals.length} goals; words of text and constraints against the nearest of the human queries. None were used for tuning but forty, read beforehand`;
  return [
    share('token F1: query and constraints', mean(ours.map(({ f1 }) => f1)), note),
    share('token F1: the whole text', mean(whole.map(({ f1 }) => f1)), 'sending the goal as it is'),
    share('precision: query and constraints', mean(ours.map(({ precision }) => precision))),
    share('precision: the whole text', mean(whole.map(({ precision }) => precision))),
    share('recall: query and constraints', mean(ours.map(({ recall }) => recall)), 'human words that were kept'),
    share('recall: the whole text', mean(whole.map(({ recall }) => recall))),
    share(
      'recall in the same number of words',
      mean(goals.map(atBudget)),
      'the first words of the goal, as many as we keep',
    ),
    share('words removed', 1 - sum(kept) / sum(words)),
    share('words that became constraints', sum(goals.map(constrained)) / sum(words)),
  ];
}

/** What the first words of the goal would give, were it cut to as many. */
function atBudget({ text, queries, wish }: ReadGoal): number {
  return best(queries, wordsIn(text).slice(0, said(wish).length)).recall;
}

function pricesOf(goals: readonly ReadGoal[]): readonly Figure[] {
  const priced = goals.filter(({ text }) => /\b(?:lower|less) than \d+(?:\.\d+)? dollars/u.test(text));
  if (priced.length === 0) return [];
  const right = priced.filter(({ text, wish }) => wish.filter.priceTo === limitIn(text));
  return [share('price limits read', right.length / priced.length, `${priced.length} goals with one`)];
}

function limitIn(text: string): number {
  return Math.round(Number(/(?:lower|less) than (\d+(?:\.\d+)?) dollars/u.exec(text)?.[1]) * 100);
}

/** Prices left out: people do not type them into a search. */
function said({ text, heard }: Wish): readonly string[] {
  return [...wordsIn(text), ...heard.filter(({ means }) => means === 'is').flatMap(({ words }) => wordsIn(words))];
}

function constrained({ wish }: ReadGoal): number {
  return sum(wish.heard.map(({ words }) => wordsIn(words).length));
}

function wordsIn(text: string): readonly string[] {
  return wishWords(text).map((word) => singular(word.text));
}

interface Likeness {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function best(queries: readonly string[], words: readonly string[]): Likeness {
  return queries
    .map((query) => likeness(wordsIn(query), words))
    .reduce((one, other) => (other.f1 > one.f1 ? other : one));
}

function likeness(wanted: readonly string[], words: readonly string[]): Likeness {
  const left = [...wanted];
  let common = 0;
  for (const word of words) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    left.splice(at, 1);
    common += 1;
  }
  const precision = common / Math.max(1, words.length);
  const recall = common / Math.max(1, wanted.length);
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function share(name: string, value: number, note?: string): Figure {
  return { name, value, unit: 'share', ...(note === undefined ? {} : { note }) };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}
