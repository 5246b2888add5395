import { isMap } from 'yaml';
import type { Translations } from '../templates/phrase.ts';
import { type Field, fieldsOf, placeOf, type Reading } from './fields.ts';
import type { SourceFile, Text } from './place.ts';
import { type FlowStarts, readStarts } from './read-starts.ts';
import { readText } from './values.ts';
import type { YamlFile } from './yaml-file.ts';

/** One messages/<locale>.yaml: texts of the flows with what they are in that language. */
export interface MessageFile {
  readonly locale: string;
  readonly file: SourceFile;
  readonly entries: readonly { readonly source: Text; readonly text: Text }[];
  /** From its section `starts on`: what shoppers write in that language. */
  readonly starts: readonly FlowStarts[];
}

export interface Messages {
  readonly files: readonly MessageFile[];
  /** What a text is in each language that has it. */
  of(source: string): Translations;
}

export function createMessages(files: readonly MessageFile[]): Messages {
  const texts = new Map<string, Map<string, string>>();
  for (const { locale, entries } of files) {
    for (const { source, text } of entries) {
      const known = texts.get(source.value) ?? new Map<string, string>();
      texts.set(source.value, known.set(locale, text.value));
    }
  }
  const none: Translations = new Map();
  return { files, of: (source) => texts.get(source) ?? none };
}

export function readMessageFile({ root, file }: YamlFile, reading: Reading): MessageFile | null {
  const locale = localeOf(file.path);
  if (locale === null) {
    const hint = 'Name it for its language: messages/es.yaml or messages/es-MX.yaml.';
    reading.mistakes.report('bad-locale', { file, start: 0, end: 0 }, 'The name of this file is not a language.', hint);
    return null;
  }
  if (root === null) return { locale, file, entries: [], starts: [] };
  if (isMap(root)) return { locale, file, ...readParts(fieldsOf(root, reading), locale, reading) };
  reading.mistakes.report(
    'wrong-type',
    placeOf(root, file),
    'This file holds no translations.',
    'Write "text: its translation", one a line.',
  );
  return null;
}

/** No flow says the text "starts on", so the key is free. */
const startsKey = 'starts on';

function readParts(
  fields: readonly Field[],
  locale: string,
  reading: Reading,
): Pick<MessageFile, 'entries' | 'starts'> {
  const starts = fields.filter(({ key }) => key.value === startsKey);
  const texts = fields.filter(({ key }) => key.value !== startsKey);
  return {
    entries: texts.flatMap((field) => entry(field, reading) ?? []),
    starts: starts.flatMap((field) => readStarts(field, locale, reading)),
  };
}

function entry(field: Field, reading: Reading): MessageFile['entries'][number] | null {
  const text = readText(field, reading);
  return text && { source: field.key, text };
}

function localeOf(path: string): string | null {
  const name =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.ya?ml$/, '') ?? '';
  try {
    return Intl.getCanonicalLocales(name)[0] ?? null;
  } catch {
    return null;
  }
}
