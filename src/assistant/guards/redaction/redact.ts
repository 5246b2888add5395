import { isObject, type Json } from '../../../storage/json.ts';
import { findAddresses } from '../../../understanding/personal/find-addresses.ts';
import { introducedNames } from '../../../understanding/personal/find-names.ts';
import { findAccounts, findCards, findEmails, findPhones } from '../../../understanding/personal/find-numbers.ts';
import { merged, type Span, spansOf, type Voice } from '../../../understanding/personal/span.ts';
import type { ModelMessage } from '../../language-model.ts';
import { parsedText, withStrings, wordsIn } from '../json-text.ts';
import { answeredNames, isAskedAddress } from './find-answers.ts';
import { type FindKnown, findKnown, type Personal } from './known-words.ts';
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
  const known = findKnown({ ...personal, names: [...new Set([...personal.names, ...namesIn(messages)])] });
  const text = (words: string, voice: Voice): string =>
    replaced(words, spansIn(words, { voice, country, known }), vault);
  const whole = (words: string): string => replaced(words, [{ kind: 'address', start: 0, end: words.length }], vault);
  return {
    text,
    messages: (all) => all.map((message, index) => redacted(message, asked(all, index, { text, whole }))),
  };
}

function namesIn(messages: readonly ModelMessage[]): readonly string[] {
  const said = messages.flatMap((message) => (message.from === 'shopper' ? wordsIn(message.text) : []));
  return [...said.flatMap(introducedNames), ...answeredNames(messages)];
}

interface Looking {
  readonly voice: Voice;
  readonly country: string;
  readonly known: FindKnown;
}

function spansIn(written: string, { voice, country, known }: Looking): readonly Span[] {
  const text = narrowed(written);
  return merged([
    ...spansOf('text', written, ownMark),
    ...findEmails(text),
    ...findAccounts(text),
    ...findCards(text, voice),
    ...findPhones(text, voice, country),
    ...findAddresses(text, voice, country),
    ...known(text, voice),
  ]);
}

/** As it would be typed plainly, each character where it was: "＠" is an "@". */
function narrowed(text: string): string {
  return text.replaceAll(/[^\p{ASCII}]/gu, (letter) => {
    const plain = letter.normalize('NFKC');
    return plain.length === letter.length ? plain : letter;
  });
}

function replaced(text: string, spans: readonly Span[], vault: Vault): string {
  const pieces = spans.map(({ kind, start, end }, index) => {
    const between = text.slice(spans[index - 1]?.end ?? 0, start);
    return between + vault.hide(kind, text.slice(start, end));
  });
  return pieces.join('') + text.slice(spans.at(-1)?.end ?? 0);
}

type RedactText = (text: string, voice: Voice) => string;

/** A message that is nothing but the answer to a question for an address is hidden whole. */
function asked(
  messages: readonly ModelMessage[],
  index: number,
  { text, whole }: { readonly text: RedactText; readonly whole: (words: string) => string },
): RedactText {
  return (words, voice) => (isAskedAddress(messages, index, words) ? whole(words) : text(words, voice));
}

function redacted(message: ModelMessage, text: RedactText): ModelMessage {
  const talk = (words: string): string => text(words, 'talk');
  switch (message.from) {
    case 'shopper':
      return { ...message, text: insideTalk(message.text, talk) };
    case 'model': {
      const calls = message.calls.map((call) => ({ ...call, input: withStrings(call.input, talk) }));
      return { ...message, text: inside(message.text, talk), calls };
    }
    case 'tool':
      return { ...message, result: inside(message.result, (words) => text(words, 'shop')) };
  }
}

/** JSON of a shopper's has keys and numbers of theirs as well, and no key of it stands for a thing of ours. */
function insideTalk(text: string, change: (words: string) => string): string {
  const parsed = parsedText(text);
  return parsed === null ? change(text) : JSON.stringify(withAll(parsed, change));
}

function withAll(value: Json, change: (words: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return change(String(value)) === String(value) ? value : change(String(value));
  if (Array.isArray(value)) return value.map((each: Json) => withAll(each, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [change(key), withAll(each as Json, change)]));
}

/** Names and numbers of things, which stand for nobody: they have to come back to the letter. */
const untouched = new Set('id sku handle product variant currency image url link ean gtin'.split(' '));

/** JSON is taken apart, for what stands in it is escaped; anything else is text. */
function inside(text: string, change: (words: string) => string): string {
  const parsed = parsedText(text);
  if (parsed === null) return change(text);
  return JSON.stringify(
    withStrings(parsed, (words, key) => (key !== null && untouched.has(key) ? words : change(words))),
  );
}
