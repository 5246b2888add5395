import { isObject, type Json, type JsonObject } from '../../../storage/json.ts';
import type { ModelMessage } from '../../language-model.ts';
import { findAddresses } from './find-addresses.ts';
import { answeredAddress, answeredNames } from './find-answers.ts';
import { introducedNames, isNameAtAll } from './find-names.ts';
import { findAccounts, findCards, findEmails, findPhones } from './find-numbers.ts';
import { type FindKnown, findKnown, type Personal } from './known-words.ts';
import { merged, type Span, spansOf, type Voice } from './span.ts';
import { ownMark, type Vault } from './vault.ts';

export interface Redactor {
  text(text: string, voice: Voice): string;
  messages(messages: readonly ModelMessage[]): readonly ModelMessage[];
}

export interface RedactorParts {
  readonly personal: Personal;
  /** Names are also those with which somebody has introduced themselves in these. */
  readonly messages: readonly ModelMessage[];
  /** ISO 3166-1 alpha-2: where a telephone number without a country is dialled. */
  readonly country: string;
  readonly vault: Vault;
}

/** Replaces what tells who somebody is by marks; the same words by the same mark throughout. */
export function createRedactor({ personal, messages, country, vault }: RedactorParts): Redactor {
  const introduced = messages.flatMap((message) => (message.from === 'shopper' ? introducedNames(message.text) : []));
  const answered = answeredNames(messages).filter(isNameAtAll);
  const known = findKnown({ ...personal, names: [...new Set([...personal.names, ...introduced, ...answered])] });
  const text = (words: string, voice: Voice): string =>
    replaced(words, spansIn(words, { voice, country, known }), vault);
  const answer = (words: string, whole: readonly Span[]): string =>
    replaced(words, merged([...whole, ...spansIn(words, { voice: 'talk', country, known })]), vault);
  return {
    text,
    messages: (all) =>
      all.map((message, index) => {
        const whole = answeredAddress(all, index);
        return message.from === 'shopper' ? { ...message, text: answer(message.text, whole) } : redacted(message, text);
      }),
  };
}

interface Looking {
  readonly voice: Voice;
  readonly country: string;
  readonly known: FindKnown;
}

function spansIn(text: string, { voice, country, known }: Looking): readonly Span[] {
  return merged([
    ...spansOf('text', text, ownMark),
    ...findEmails(text),
    ...findAccounts(text),
    ...findCards(text, voice),
    ...findPhones(text, voice, country),
    ...findAddresses(text, voice, country),
    ...known(text, voice),
  ]);
}

function replaced(text: string, spans: readonly Span[], vault: Vault): string {
  const pieces = spans.map(({ kind, start, end }, index) => {
    const between = text.slice(spans[index - 1]?.end ?? 0, start);
    return between + vault.hide(kind, text.slice(start, end));
  });
  return pieces.join('') + text.slice(spans.at(-1)?.end ?? 0);
}

type RedactText = (text: string, voice: Voice) => string;

function redacted(message: Exclude<ModelMessage, { from: 'shopper' }>, text: RedactText): ModelMessage {
  switch (message.from) {
    case 'model': {
      const calls = message.calls.map((call) => ({
        ...call,
        input: withStrings(call.input, (each) => text(each, 'talk')),
      }));
      return { ...message, text: text(message.text, 'talk'), calls };
    }
    case 'tool':
      return { ...message, result: toolResult(message.result, (each) => text(each, 'shop')) };
  }
}

/** Names and numbers of things, which stand for nobody: they have to come back to the letter. */
const untouched = new Set([
  'id',
  'sku',
  'handle',
  'product',
  'variant',
  'currency',
  'image',
  'url',
  'link',
  'ean',
  'gtin',
]);

/** JSON is taken apart, for what stands in it is escaped; anything else is text. */
function toolResult(result: string, text: (words: string) => string): string {
  const parsed = parse(result);
  if (typeof parsed !== 'object' || parsed === null) return text(result);
  return JSON.stringify(mapped(parsed, text));
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function mapped(value: Json, text: (words: string) => string): Json {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((each: Json) => mapped(each, text));
  if (!isObject(value)) return value;
  const entries = Object.entries(value as JsonObject);
  return Object.fromEntries(entries.map(([key, each]) => [key, keeps(key, each) ? each : mapped(each, text)]));
}

function keeps(key: string, value: Json): boolean {
  return untouched.has(key) && typeof value === 'string';
}

/** A JSON object with every string in it changed. */
export function withStrings(input: JsonObject, change: (text: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, eachString(value, change)]));
}

function eachString(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: Json) => eachString(each, change));
  return isObject(value) ? withStrings(value as JsonObject, change) : value;
}
