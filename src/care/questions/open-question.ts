import { createHash } from 'node:crypto';
import type { JsonObject } from '../../storage/json.ts';
import type { Stored } from '../../storage/store.ts';
import { normalise } from '../../understanding/normalise.ts';
import { languageOf } from '../../understanding/words.ts';
import { redact } from './redact.ts';

/** What shoppers asked, and no page answered. */
export interface OpenQuestion {
  readonly id: string;
  /** As it was asked first, without what tells of a person. */
  readonly text: string;
  readonly locale: string;
  readonly count: number;
  /** Epoch milliseconds. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** The merchant has seen to it. */
  readonly answered: boolean;
  /** Other ways in which it was written. */
  readonly examples: readonly string[];
}

const mostExamples = 5;
const longestText = 300;

/** How a question is kept, and under which id. */
export interface QuestionWords {
  readonly id: string;
  readonly text: string;
}

/** Where and in what language something is asked. `country`: the shop's. */
export interface Asked {
  readonly locale: string;
  readonly country: string;
}

export function questionWords(text: string, { locale, country }: Asked): QuestionWords {
  const clean = redact(text.trim(), country).replaceAll(/\s+/gu, ' ').slice(0, longestText);
  const hash = createHash('sha256')
    .update(`${languageOf(locale)}\n${normalise(clean)}`)
    .digest('hex');
  return { id: hash.slice(0, 12), text: clean };
}

export interface Asking extends QuestionWords {
  readonly locale: string;
  readonly now: number;
}

/** The question once more. One that was seen to and is asked again is open again, for its page does not answer it. */
export function askedAgain(before: OpenQuestion | null, { id, text, locale, now }: Asking): OpenQuestion {
  if (before === null) {
    return { id, text, locale, count: 1, firstAt: now, lastAt: now, answered: false, examples: [] };
  }
  const examples = [...new Set([...before.examples, text])].filter((example) => example !== before.text);
  return {
    ...before,
    count: before.count + 1,
    lastAt: now,
    answered: false,
    examples: examples.slice(0, mostExamples),
  };
}

export function questionBody({ id: _id, ...body }: OpenQuestion): JsonObject {
  return { ...body, examples: [...body.examples] };
}

export function questionOf({ id, body }: Stored): OpenQuestion {
  return { ...(body as unknown as Omit<OpenQuestion, 'id'>), id };
}
