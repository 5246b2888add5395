import type { RichText } from '../../channel/rich-text.ts';
import type { JsonObject } from '../../storage/json.ts';
import type { Phrase } from '../book.ts';
import type { Formatting } from './formats.ts';
import type { Templates } from './templates.ts';
import { type CompiledText, compileText } from './text.ts';

/** Locale → the text in it; the shop's own locale re-words the source. */
export type Translations = ReadonlyMap<string, string>;

interface Version {
  readonly locale: string;
  text(): CompiledText;
}

export function compilePhrase(source: string, translations: Translations, templates: Templates): Phrase {
  const { own } = templates;
  const versions = new Map<string, Version>();
  for (const [locale, text] of translations) versions.set(locale, { locale, text: lazily(text, templates) });
  const last = versions.get(own.locale) ?? { locale: own.locale, text: lazily(source, templates) };
  return {
    source,
    text: (scope, locales) => render(scope, locales, 'rich'),
    plain: (scope, locales) => render(scope, locales, 'plain'),
  };

  function render(scope: JsonObject, locales: readonly string[], as: 'rich'): RichText;
  function render(scope: JsonObject, locales: readonly string[], as: 'plain'): string;
  function render(scope: JsonObject, locales: readonly string[], as: 'rich' | 'plain'): RichText | string {
    const version = versionFor(locales);
    return version.text()[as](scope, formattingFor(version.locale, locales[0], own));
  }

  function versionFor(locales: readonly string[]): Version {
    if (versions.size === 0) return last;
    for (const locale of locales) {
      const version = versions.get(locale);
      if (version) return version;
    }
    return last;
  }
}

/** Most texts are not said between two changes of the files: each is compiled when it is said first. */
function lazily(source: string, templates: Templates): () => CompiledText {
  let compiled: CompiledText | null = null;
  return () => {
    compiled ??= compileText(source, templates);
    return compiled;
  };
}

/** Numbers and dates go by the text's language, in the shopper's own way of it: es-MX writes 1,234.5 in a text translated for es. */
function formattingFor(locale: string, shoppers: string | undefined, own: Formatting): Formatting {
  if (shoppers === undefined || shoppers === locale || !sameLanguage(shoppers, locale)) {
    return locale === own.locale ? own : { locale, timeZone: own.timeZone };
  }
  return { locale: shoppers, timeZone: own.timeZone };
}

function sameLanguage(one: string, other: string): boolean {
  return language(one) === language(other);
}

function language(locale: string): string {
  const end = locale.indexOf('-');
  return end < 0 ? locale : locale.slice(0, end);
}
