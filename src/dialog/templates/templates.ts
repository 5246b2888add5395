import type { Liquid } from 'liquidjs';
import type { ShopFacts } from '../book.ts';
import type { Formatting } from './formats.ts';
import type { Inspection } from './inspection.ts';
import { createLiquid } from './liquid.ts';

/** What compiling a template takes: one for a book. */
export interface Templates {
  /** The shop's own language and clock, for values that no text is around. */
  readonly own: Formatting;
  /** For texts: outputs are escaped for markup. */
  readonly escaping: Liquid;
  /** For values and conditions. */
  readonly verbatim: Liquid;
  /** The same text is looked at by many checks. */
  readonly inspected: Map<string, Inspection>;
}

export function createTemplates(shop: ShopFacts): Templates {
  const own = { locale: shop.locale, timeZone: shop.timeZone };
  return {
    own,
    escaping: createLiquid({ fallback: own, escapes: true }),
    inspected: new Map(),
    verbatim: createLiquid({ fallback: own, escapes: false }),
  };
}
