import type { Trigger } from '../../../understanding/trigger.ts';
import type { TriggerSource, WrittenTrigger } from '../source.ts';

export function compileTriggers(sources: readonly TriggerSource[]): readonly Trigger[] {
  return sources.flatMap((source) => compileTrigger(source) ?? []);
}

function compileTrigger(source: TriggerSource): Trigger | null {
  const { kind, text } = source;
  switch (kind) {
    case 'example':
      return { kind, text: text.value, ...localeOf(source) };
    case 'word':
      return { kind, word: text.value, ...localeOf(source) };
    case 'pattern':
      return patternTrigger(text.value);
    case 'button':
      return { kind, ...parseButton(text.value) };
    case 'news':
      return { kind, news: parseNews(text.value).news };
    case 'moment':
      return { kind, moment: source.moment };
  }
}

function localeOf({ locale }: WrittenTrigger): { readonly locale?: string } {
  return locale === undefined ? {} : { locale };
}

function patternTrigger(source: string): Trigger | null {
  const pattern = compilePattern(source);
  return pattern instanceof RegExp ? { kind: 'pattern', pattern } : null;
}

/** Case does not matter in what a shopper types. The error's word when it is not a regular expression. */
export function compilePattern(source: string): RegExp | string {
  try {
    return new RegExp(source, 'iu');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `order-paid {order}`: what has happened, and the slots that come with it. */
export function parseNews(source: string): { readonly news: string; readonly slots: readonly string[] } {
  const slots = [...source.matchAll(/\{\s*(\w+)\s*\}/g)].map(([, name = '']) => name);
  return { news: source.replace(/\{.*$/s, '').trim(), slots };
}

/** `track {order}`: the id `track`, with what stands after the colon in the slot `order`. */
export function parseButton(source: string): { readonly id: string; readonly slot: string | null } {
  const [, id = source.trim(), slot = null] = /^(.*?)\s*:?\s*\{\s*(\w+)\s*\}$/.exec(source.trim()) ?? [];
  return { id, slot };
}
