import { askedHaving } from './asked-having.ts';
import { languageGroup, type TermReader } from './terms.ts';

const yours = /^(?:what|whats|when|where|how \S+) (?:is|are|s) your (?<thing>.+)$/u;

/**
 * What a shop itself has, and does not sell: of the merchant's own questions, what is asked to be there ("do you have a physical store"),
 * what is called the shop's ("what is your return policy"), and such as are about matters of a shop alone ("how long is the warranty").
 */
export function shopThings(questions: readonly (readonly string[])[], terms: TermReader): ReadonlySet<string> {
  return new Set(questions.flatMap((words) => thingsIn(words, terms)));
}

function thingsIn(words: readonly string[], terms: TermReader): readonly string[] {
  const having = askedHaving(words);
  if (having) return terms.read(having.thing);
  const thing = yours.exec(words.join(' '))?.groups?.['thing'];
  if (thing !== undefined) return terms.read(thing.split(' '));
  const all = terms.read(words);
  return all.every((term) => term.startsWith(languageGroup)) ? all : [];
}
