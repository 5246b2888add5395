import type { PageLanguage } from './languages/language.ts';
import { pageLanguages } from './languages/page-languages.ts';
import { spelledWords } from './spelled-words.ts';
import { plainWords } from './terms.ts';

/** What the form of a message says of its intent, without its matter. */
export interface QuestionForm {
  /** It asks for information: "how long does it take", "¿a dónde envían?". */
  readonly asks: boolean;
  /** It can be answered with yes or no: "can I pay in cash". */
  readonly asksWhether: boolean;
  readonly isMarked: boolean;
  /** It wants to be shown or sold something: "show me", "I am looking for". */
  readonly wishes: boolean;
  /** It speaks of somebody's own order, parcel or cart, or has a number as orders have. */
  readonly own: boolean;
}

const politeness = new Set(
  plainWords(
    'hi hello hey there good morning afternoon evening please ok so and but sorry excuse me hola buenas buenos dias ola oi bom dia boa tarde hallo guten tag namaste नमस्ते مرحبا السلام عليكم by the way just quick',
  ),
);
const questionMark = /[?？؟¿]/u;
const orderNumber = /\d{5,}/u;

/** By the languages' own lists; `language` where it is known, else what any of them says. */
export function questionForm(text: string, language?: PageLanguage): QuestionForm {
  const words = withoutPoliteness(spelledWords(text, language));
  const line = ` ${words.join(' ')} `;
  const known = language ? [language] : [...pageLanguages.values()];
  const begins = (phrases: readonly string[]): boolean => phrases.some((phrase) => line.startsWith(` ${phrase} `));
  const has = (phrases: readonly string[]): boolean => phrases.some((phrase) => line.includes(` ${phrase} `));
  return {
    asks: known.some(({ asks }) => begins(asks)),
    asksWhether: known.some(({ asksWhether }) => begins(asksWhether)),
    isMarked: questionMark.test(text),
    wishes: known.some(({ wishes }) => begins(wishes)),
    own: known.some(({ own }) => has(own)) || orderNumber.test(text),
  };
}

export function withoutPoliteness(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !politeness.has(word));
  return first < 0 ? [] : words.slice(first);
}
