import type { Product, Variant } from '../catalog/product.ts';
import { sellable } from '../catalog/product-view.ts';
import { wordsOf } from '../catalog/search-text.ts';
import { choiceMeant } from '../understanding/slots/choice-meant.ts';

/** Option name → value. */
export type Options = Readonly<Record<string, string>>;

export type VariantChoice =
  | { readonly found: 'one'; readonly variant: Variant }
  /** Several are left; `option` is the next to ask for, with the values that can be bought (all, when none can). */
  | { readonly found: 'several'; readonly option: string; readonly values: readonly string[]; readonly chosen: Options }
  | { readonly found: 'none' };

export function chooseVariant(product: Product, options: Options): VariantChoice {
  const matching = product.variants.filter((variant) => carries(variant, options));
  const [first] = matching;
  if (first === undefined) return { found: 'none' };
  const open = Object.keys(first.options).find((name) => valuesOf(matching, name).length > 1);
  if (matching.length === 1 || open === undefined) return { found: 'one', variant: first };
  const buyable = valuesOf(matching.filter(sellable), open);
  const values = buyable.length > 0 ? buyable : valuesOf(matching, open);
  return { found: 'several', option: open, values, chosen: settled(matching) };
}

/** The options that a shopper's words name: `the blue one in M` → `{ colour: 'Blue', size: 'M' }`. The longest value counts. */
export function optionsNamedIn(product: Product, words: string): Options {
  const said = ` ${wordsOf(words).join(' ')} `;
  const named: Record<string, string> = {};
  for (const [name, value] of product.variants.flatMap((variant) => Object.entries(variant.options))) {
    if (!said.includes(` ${wordsOf(value).join(' ')} `)) continue;
    if (value.length > (named[name]?.length ?? 0)) named[name] = value;
  }
  return { ...optionsMeantIn(product, words), ...named };
}

/** In other words than the values' own: `medium` for M, `azul` for Blue. */
function optionsMeantIn({ variants }: Product, words: string): Options {
  const names = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))];
  const meant = names.flatMap((name) => {
    const values = valuesOf(variants, name);
    const found = new Set(wordsOf(words).flatMap((word) => (word.length > 2 ? (choiceMeant(word, values) ?? []) : [])));
    const [value, other] = found;
    return value === undefined || other !== undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(meant);
}

function carries(variant: Variant, options: Options): boolean {
  const own = Object.entries(variant.options).map(([name, value]) => `${folded(name)}=${folded(value)}`);
  return Object.entries(options).every(([name, value]) => own.includes(`${folded(name)}=${folded(value)}`));
}

function valuesOf(variants: readonly Variant[], name: string): readonly string[] {
  return [...new Set(variants.map((variant) => variant.options[name]).filter((value) => value !== undefined))];
}

/** What all that are left have in common. */
function settled(variants: readonly Variant[]): Options {
  const entries = Object.entries(variants[0]?.options ?? {});
  return Object.fromEntries(entries.filter(([name]) => valuesOf(variants, name).length === 1));
}

function folded(text: string): string {
  return wordsOf(text).join(' ') || text.trim().toLowerCase();
}
