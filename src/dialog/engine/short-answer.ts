import { normalise } from '../../understanding/normalise.ts';
import { readYesNo } from '../../understanding/slots/yes-no.ts';
import type { Match } from '../../understanding/trigger.ts';
import { languageOf } from '../../understanding/words.ts';
import type { Ask, Choose } from '../book.ts';
import { localeOf, type Turn } from './turn.ts';

const mostWords = 3;

/** "Size XXL" where something is to be said in free words, and answers are offered: one that is not among them is an answer too. */
export function isShortAnswer(step: Ask | Choose | null, text: string): boolean {
  const isOffered = step?.kind === 'ask' && step.type === 'text' && step.choices !== null;
  return isOffered && text.trim().split(/\s+/u).length <= mostWords;
}

/** "Jo" and "Han" at "Your name?" are names, though they are a yes in a language that this conversation is not in. */
export function isForeignYes(
  turn: Turn,
  step: Ask | Choose | null,
  said: Pick<Match, 'flow'> & { text: string },
): boolean {
  if (step?.kind !== 'ask' || step.type !== 'text' || step.choices !== null) return false;
  const reading = readYesNo(said.text);
  if (reading.result !== 'value' || reading.value !== true) return false;
  const spoken = [localeOf(turn), turn.book.shop.locale].map(languageOf);
  const triggers = turn.book.flows.get(said.flow)?.triggers ?? [];
  const word = normalise(said.text);
  return !triggers.some((trigger) => {
    if (trigger.kind !== 'example') return false;
    const language = languageOf(trigger.locale ?? turn.book.shop.locale);
    return spoken.includes(language) && normalise(trigger.text) === word;
  });
}
