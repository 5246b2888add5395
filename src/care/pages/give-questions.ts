import { termsOf } from '../../understanding/pages/terms.ts';
import type { WrittenPassage } from '../../understanding/pages/written-passage.ts';
import type { AskedQuestion } from './read-head.ts';

/** Gives each way to ask to one passage: the first below the heading that is named, else the one whose words it shares most, else the first. */
export function giveQuestions(
  passages: readonly WrittenPassage[],
  questions: readonly AskedQuestion[],
): readonly WrittenPassage[] {
  const given = new Map<number, string[]>();
  for (const question of questions) {
    const at = placeFor(passages, question);
    if (at < 0) continue;
    given.set(at, [...(given.get(at) ?? []), question.text]);
  }
  return passages.map(({ page, title, text, link, locale, heading, also }, index) => {
    return { page, title, text, link, locale, heading, also, questions: given.get(index) ?? [] };
  });
}

function placeFor(passages: readonly WrittenPassage[], { heading, text }: AskedQuestion): number {
  if (heading !== null) return passages.findIndex((passage) => passage.heading === heading);
  const shared = passages.map((passage) => likeness(passage, text));
  return shared.indexOf(Math.max(...shared));
}

function likeness(passage: WrittenPassage, question: string): number {
  const asked = new Set(termsOf(question, passage.locale));
  const sharedWith = (text: string): number =>
    new Set(termsOf(text, passage.locale).filter((term) => asked.has(term))).size;
  return 2 * sharedWith(passage.heading) + sharedWith(passage.text);
}
