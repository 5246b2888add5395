import { z } from 'zod';
import type { JsonObject } from '../storage/json.ts';
import type { Product } from './product.ts';

/** Longest texts a product may carry; a card shows far less, and a page of prose in a title is a mistake in the file. */
const limits = { id: 200, title: 500, value: 500, description: 20_000, list: 200, variants: 2_000 } as const;
/** Number.MAX_SAFE_INTEGER is far away, but no shop sells for ten thousand million. */
const mostMinorUnits = 1_000_000_000_000;

const line = (longest: number) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'is not text') })
    .trim()
    .min(1, 'is empty')
    .max(longest, { error: (issue) => `has ${String(issue.input).length} characters; at most ${longest} are allowed` })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: binary data is what is looked for.
    .refine((text) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffd\p{Cs}]/u.test(text), 'holds binary data or is not UTF-8');

const money = z
  .object({
    amount: z
      .number({ error: (issue) => (issue.input === undefined ? 'is missing' : 'is not a number') })
      .int('is not a whole number of minor units (cents)')
      .min(0, 'is negative')
      .max(mostMinorUnits, 'is too large'),
    currency: z.string({ error: 'is missing' }).regex(/^[A-Z]{3}$/, 'is not a currency code such as USD'),
  })
  .strict();

const texts = z.record(line(limits.id), line(limits.value));

const variant = z.object({
  sku: line(limits.id),
  options: texts.default({}),
  price: money,
  was: money.optional(),
  stock: z.number('is not a number').int('is not a whole number').min(0, 'is negative').nullable().default(null),
});

/** What every way into the catalogue is checked against; reasons are for merchants. */
export const productSchema = z.object({
  id: line(limits.id),
  title: line(limits.title),
  description: line(limits.description).or(z.literal('')).default(''),
  brand: line(limits.value).nullable().default(null),
  category: z.array(line(limits.value)).max(20).default([]),
  attributes: texts.default({}),
  images: z.array(line(2_000)).max(limits.list).default([]),
  tags: z.array(line(limits.value)).max(limits.list).default([]),
  variants: z
    .array(variant, 'are not a list')
    .min(1, 'are missing: there must be one with a price')
    .max(limits.variants, `are more than ${limits.variants}`)
    .refine((all) => new Set(all.map((one) => one.sku)).size === all.length, 'have one SKU twice')
    .refine((all) => new Set(all.map((one) => one.price.currency)).size === 1, 'mix currencies'),
});

/** The body of a `product` document. */
export function productBody(product: Product, importId: string | null): JsonObject {
  // JSON has no `undefined`: a variant without `was` must not carry the key.
  return { ...(JSON.parse(JSON.stringify(product)) as JsonObject), importId, key: product.id };
}

/** The product of a `product` document. What was stored was checked when it came in. */
export function productOf(body: JsonObject): Product {
  const { importId: _importId, key: _key, ...product } = body;
  return product as unknown as Product;
}
