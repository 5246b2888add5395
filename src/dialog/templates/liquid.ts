import { type Context, Liquid } from 'liquidjs';
import { escapeMarkup } from '../../channel/markup.ts';
import { shopFilters } from './filters.ts';
import type { Formatting } from './formats.ts';
import { toText } from './to-text.ts';

/** Files, mutation of the scope, chance and unescaped output have no place in a merchant's text. */
const refusedTags = ['include', 'render', 'layout', 'block', 'increment', 'decrement', 'tablerow'];
const refusedFilters = ['raw', 'sample', 'sha256', 'hmac_sha256', 'inspect', 'jsonify'];

/** What one rendering may cost, so that a loop in a text cannot hold up the shop. */
export const renderLimits = { renderLimit: 100, memoryLimit: 1_000_000 } as const;
export const longestOutput = 20_000;

const formattingKey = Symbol('formatting');

/** How a rendering is told its language: Liquid's globals, under a key that no template can spell. */
export function globalsFor(formatting: Formatting): object {
  return { [formattingKey]: formatting };
}

export interface LiquidSettings {
  readonly fallback: Formatting;
  /** For texts: what is put in is data, and its `*` must not become markup. */
  readonly escapes: boolean;
}

export function createLiquid({ fallback, escapes }: LiquidSettings): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: 100_000,
    ...renderLimits,
    outputEscape,
  });
  for (const tag of refusedTags) delete liquid.tags[tag];
  for (const filter of refusedFilters) delete liquid.filters[filter];
  for (const [name, filter] of Object.entries(shopFilters)) {
    liquid.registerFilter(name, function (value: unknown, ...args: unknown[]) {
      return filter(value, args, formattingOf(this.context, fallback));
    });
  }
  return liquid;

  function outputEscape(this: { readonly context: Context } | undefined, value: unknown): string {
    const text = toText(value, formattingOf(this?.context, fallback));
    return escapes ? escapeMarkup(text) : text;
  }
}

function formattingOf(context: Context | undefined, fallback: Formatting): Formatting {
  const globals = context?.globals as { [formattingKey]?: Formatting } | undefined;
  return globals?.[formattingKey] ?? fallback;
}
