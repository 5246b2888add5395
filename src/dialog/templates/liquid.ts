import { Context, Liquid } from 'liquidjs';
import { escapeMarkup } from '../../channel/markup.ts';
import type { JsonObject } from '../../storage/json.ts';
import { shopFilters } from './filters.ts';
import type { Formatting } from './formats.ts';
import { toShown, toText } from './to-text.ts';

/** Files, mutation of the scope, chance and unescaped output have no place in a merchant's text. */
const refusedTags = ['include', 'render', 'layout', 'block', 'increment', 'decrement', 'tablerow'];
const refusedFilters = ['raw', 'sample', 'sha256', 'hmac_sha256', 'inspect', 'jsonify'];

/**
 * What one rendering may cost, so that a loop in a text cannot hold up the shop. Liquid's own limit reads the clock: the same
 * text would then be there on a quiet machine and gone on a busy one, so rendered pieces are counted instead.
 */
const memoryLimit = 1_000_000;
const mostPieces = 10_000;
export const longestOutput = 20_000;

const formattingKey = Symbol('formatting');

/** One rendering. It is told its language by Liquid's globals, under a key that no template can spell. */
export function contextOf(liquid: Liquid, scope: JsonObject, formatting: Formatting): Context {
  const globals = { [formattingKey]: formatting };
  return new Context(scope, liquid.options, { sync: true, globals }, { liquid, renderLimit: pieceCounter() });
}

function pieceCounter(): Context['renderLimit'] {
  let pieces = 0;
  const check = () => {
    pieces += 1;
    if (pieces > mostPieces) throw new Error('A template renders without end');
  };
  // Liquid's class has private fields, and nothing of it but these two is called.
  return { check, use: check } as unknown as Context['renderLimit'];
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
    memoryLimit,
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
    const formatting = formattingOf(this?.context, fallback);
    return escapes ? escapeMarkup(toShown(value, formatting)) : toText(value, formatting);
  }
}

function formattingOf(context: Context | undefined, fallback: Formatting): Formatting {
  const globals = context?.globals as { [formattingKey]?: Formatting } | undefined;
  return globals?.[formattingKey] ?? fallback;
}
