import type { Money } from '../../../src/catalog/money.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { Quote } from '../../../src/commerce/pricing/quote.ts';
import { noUses, type QuoteInput, type QuoteInputLine } from '../../../src/commerce/pricing/quote-input.ts';
import { quoteOrder } from '../../../src/commerce/pricing/quote-order.ts';
import { type ShopRules, topics, usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import type { ShopFacts } from '../../../src/dialog/book.ts';

export const facts: ShopFacts = {
  name: 'Test shop',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  timeZone: 'America/New_York',
};

export const usd = (amount: number): Money => ({ amount, currency: 'USD' });

/** Noon in New York. */
export const noon = Date.UTC(2026, 10, 22, 17);

export const newYork = { country: 'US', region: 'NY', postcode: '10001' };

interface Goods {
  readonly id: string;
  readonly price: number;
  readonly was?: number;
  readonly category?: readonly string[];
  readonly tags?: readonly string[];
}

export function product({ id, price, was, category = [], tags = [] }: Goods): Product {
  const variant = { sku: `${id}-1`, options: {}, price: usd(price), stock: null, ...(was && { was: usd(was) }) };
  return {
    id,
    title: id,
    description: '',
    brand: null,
    category,
    attributes: {},
    images: [],
    tags,
    variants: [variant],
  };
}

export function line(goods: Goods, quantity = 1): QuoteInputLine {
  const made = product(goods);
  return { product: made, variant: made.variants[0], quantity };
}

/** As a merchant writes them. */
export type Written = { readonly [T in keyof ShopRules]?: object };

export function rulesOf(written: Written): ShopRules {
  const given = Object.entries(written).map(([topic, text]) => [topic, schemas.get(topic)?.parse(text)]);
  return { ...usual, ...Object.fromEntries(given) } as ShopRules;
}

/** Made once: that takes longer than hundreds of quotes. */
const usual = usualRules(facts);
const schemas = new Map<string, { parse(text: unknown): object }>(
  Object.entries(topics).map(([topic, rules]) => [topic, rules(facts)]),
);

export function quote(written: Written, input: Partial<QuoteInput> & Pick<QuoteInput, 'lines'>): Quote {
  return quoteOrder({ ...inputOf(input), ...input }, rulesOf(written), facts);
}

function inputOf({ lines }: Pick<QuoteInput, 'lines'>): QuoteInput {
  return {
    lines,
    destination: null,
    shipping: null,
    coupons: [],
    uses: noUses,
    fee: null,
    now: noon,
  };
}

export const standard = { method: 'standard', label: 'Standard', price: usd(490) };
