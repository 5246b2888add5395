import type { Money } from './money.ts';

/** One thing that can be put into a cart. A product without options has exactly one variant. */
export interface Variant {
  readonly sku: string;
  /** Option name → value, e.g. `{ size: 'M', colour: 'blue' }`; empty when the product has no options. */
  readonly options: Readonly<Record<string, string>>;
  readonly price: Money;
  /** What it cost before, where the shop shows a struck-through price. */
  readonly was?: Money;
  /** Pieces that can be sold; `null` where the shop does not count. */
  readonly stock: number | null;
}

export interface Product {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly brand: string | null;
  /** From the widest to the narrowest, e.g. `['apparel', 'jacket']`. */
  readonly category: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Addresses or paths under the shop's pictures; the first is the main one. */
  readonly images: readonly string[];
  readonly tags: readonly string[];
  /** At least one. */
  readonly variants: readonly [Variant, ...Variant[]];
}
