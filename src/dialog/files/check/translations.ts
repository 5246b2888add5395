import { nearestWord } from '../../../understanding/nearest-word.ts';
import { inspectText } from '../../templates/inspect.ts';
import { engineWords } from '../../words.ts';
import { allSaid } from '../compile/walk.ts';
import type { Text } from '../place.ts';
import type { MessageFile } from '../read-messages.ts';
import type { Checking } from './checking.ts';
import { missingTranslation } from './missing-translation.ts';

/** Every text is there in every language of the shop, and nothing is translated that nobody says. Warnings all. */
export function checkTranslations(checking: Checking): void {
  const said = firstOfEach(checking.flows.flatMap(allSaid).filter(({ value }) => hasWords(value)));
  for (const file of checking.messages.files) {
    if (isWhole(file, checking)) checkMissing(file, said, checking);
    if (checking.broken.length === 0) checkStale(file, said, checking);
    for (const entry of file.entries) checkSameNames(entry, checking);
  }
}

function firstOfEach(texts: readonly Text[]): ReadonlyMap<string, Text> {
  const first = new Map<string, Text>();
  for (const text of texts) if (!first.has(text.value)) first.set(text.value, text);
  return first;
}

/** A text of outputs alone needs no translation. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, ''));
}

/** es-MX may hold what differs from es alone, and the shop's own language what it words in another way. */
function isWhole({ locale }: MessageFile, { messages, context }: Checking): boolean {
  const wider = [...messages.files.map((file) => file.locale), context.shop.locale];
  return locale !== context.shop.locale && !wider.some((other) => locale.startsWith(`${other}-`));
}

function checkMissing(file: MessageFile, said: ReadonlyMap<string, Text>, { mistakes }: Checking): void {
  const has = new Set(file.entries.map(({ source }) => source.value));
  for (const text of said.values()) {
    if (has.has(text.value)) continue;
    const { message, hint } = missingTranslation({ language: languageName(file.locale), file: file.file.path });
    mistakes.report('missing-translation', text.at, message, hint);
  }
  const own = Object.values(engineWords).filter((text) => !has.has(text));
  if (own.length === 0) return;
  const message = `${own.length} of Parley's own texts have no translation into ${languageName(file.locale)}.`;
  mistakes.report(
    'missing-translation',
    { file: file.file, start: 0, end: 0 },
    message,
    `Add them here, beginning with "${own[0]}"`,
  );
}

function languageName(locale: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale;
}

function checkStale(file: MessageFile, said: ReadonlyMap<string, Text>, { mistakes }: Checking): void {
  const known = [...said.keys(), ...Object.values(engineWords)];
  const all = new Set(known);
  for (const { source } of file.entries) {
    if (all.has(source.value)) continue;
    const near = nearestText(source.value, known);
    const hint = near === null ? 'Take it out.' : `Did you mean "${near}"?`;
    mistakes.report('stale-translation', source.at, 'No flow says this text any more.', hint);
  }
}

/** By their beginnings: nearest-word is made for words. */
function nearestText(text: string, known: readonly string[]): string | null {
  const compared = 60;
  const near = nearestWord(
    text.slice(0, compared),
    known.map((other) => other.slice(0, compared)),
  );
  return near === null ? null : (known.find((other) => other.startsWith(near)) ?? null);
}

function checkSameNames({ source, text }: MessageFile['entries'][number], checking: Checking): void {
  const here = namesIn(text.value, checking);
  const there = namesIn(source.value, checking);
  const lost = [...there].filter((name) => !here.has(name));
  const added = [...here].filter((name) => !there.has(name));
  if (lost.length === 0 && added.length === 0) return;
  const told = [
    ...lost.map((name) => `lacks {{ ${name} }}`),
    ...added.map((name) => `has {{ ${name} }}, which the text has not`),
  ];
  checking.mistakes.report(
    'translation-differs',
    text.at,
    `This translation ${told.join(' and ')}.`,
    `The text is: ${source.value}`,
  );
}

function namesIn(text: string, { vocabulary }: Checking): ReadonlySet<string> {
  const { uses } = inspectText(text, vocabulary.templates);
  return new Set(uses.map(({ path }) => path.map((step) => step ?? '…').join('.')));
}
