import { type ReplyWords, replyWords } from './reply-words.ts';

/** All languages at once: people mix them, and the language of two words cannot be told. */
export const option = union((words) => words.option);
export const polite = union((words) => words.polite);
export const fillers = union((words) => [...words.fillers, ...words.polite, ...words.option]);
export const negations = union((words) => words.negations);
export const cheapest = union((words) => words.cheapest);
export const lastWords = union((words) => words.last);
/** Word to place, counted from 0. */
export const ordinals = places((words) => words.ordinals);
export const numberWords = places((words) => words.numbers);

function union(pick: (words: ReplyWords) => readonly string[]): ReadonlySet<string> {
  return new Set(replyWords.flatMap(pick));
}

function places(pick: (words: ReplyWords) => readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(
    replyWords.flatMap((words) => pick(words).flatMap((forms, place) => forms.map((form) => [form, place] as const))),
  );
}
