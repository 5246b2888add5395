import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';
import { createMistakes } from '../../src/dialog/files/mistakes.ts';
import { readMessageFile } from '../../src/dialog/files/read-messages.ts';
import { parseYaml } from '../../src/dialog/files/yaml-file.ts';
import { readGlobalCommand } from '../../src/understanding/global-commands.ts';

function filesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'synonyms.yaml');
  return names.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

const languages = ['ar', 'de', 'es', 'hi', 'pt'];
const messages = filesIn('flows/messages');
const { book } = loadBook(filesIn('flows'), messages, {
  shop: { name: 'A shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' },
  actions: createActionRegistry(allActions).shapes,
  channels: [],
});

/** What a text tells shoppers to write, with an order's number where it has one. */
function quoted(text: string): readonly string[] {
  const plain = text.replace(/\{%.*?%\}/gs, '').replace(/\{\{.*?\}\}/gs, '72043817');
  return [...plain.matchAll(/[“„«"]([^“”„«»"]+)[“”»"]/g)].map(([, words = '']) => words);
}

function meant(words: string, locale: string): string | null {
  const command = readGlobalCommand(words, locale);
  if (command !== null) return command;
  const [best] = book?.matcher.match(words) ?? [];
  return best && best.confidence >= 0.9 ? best.flow : null;
}

const translations = messages.flatMap((file) => {
  const mistakes = createMistakes();
  const yaml = parseYaml(file, mistakes);
  return readMessageFile(yaml, { file: yaml.file, mistakes }) ?? [];
});

describe('in every language of the starter flows', () => {
  it('there are translations and triggers', () => {
    expect(translations.map(({ locale }) => locale).sort()).toEqual(languages);
    for (const { locale, starts } of translations) {
      const common = ['order-status', 'cancel-order', 'cart', 'checkout', 'find', 'delivery', 'send-back', 'person'];
      const counts = common.map((flow) => starts.find((start) => start.flow.value === flow)?.triggers.length ?? 0);
      expect({ locale, least: Math.min(...counts) >= 5 }).toEqual({ locale, least: true });
    }
  });

  it.each(translations.map(({ locale, entries }) => ({ locale, entries })))(
    'what a text tells shoppers to write means in $locale what it means in English',
    ({ locale, entries }) => {
      let told = 0;
      const astray = entries.flatMap(({ source, text }) => {
        const wanted = quoted(source.value).map((words) => meant(words, 'en'));
        const got = quoted(text.value);
        return wanted.flatMap((flow, index) => {
          if (flow === null) return [];
          told += 1;
          const here = meant(got[index] ?? '', locale);
          return here === flow ? [] : [{ said: got[index], means: here, wanted: flow }];
        });
      });
      expect(astray).toEqual([]);
      expect(told).toBeGreaterThan(20);
    },
  );
});
