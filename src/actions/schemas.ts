import { z } from 'zod';
import { moneySchema } from '../catalog/money.ts';

export { moneySchema };

const textsSchema = z.record(z.string(), z.string());

const viewShape = {
  id: z.string(),
  title: z.string(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
  image: z.string().nullable(),
  price: moneySchema,
  was: moneySchema.nullable(),
  in_stock: z.boolean(),
  stock: z.int().nullable().describe('Pieces left; null where the shop does not count or no variant is chosen.'),
  sku: z.string().nullable().describe('Set when one variant is meant.'),
};

/** What `productView` makes of a product. */
export const productViewSchema = z.object({ ...viewShape, options: textsSchema.nullable() });

/** What shoppers' reviews come to; the average has one decimal. */
export const ratingSchema = z.object({ average: z.number(), count: z.int() });

export const productDetailsSchema = z.object({
  ...viewShape,
  description: z.string(),
  path: z.array(z.string()).describe('The category path, widest first.'),
  images: z.array(z.string()),
  options: z
    .record(z.string(), z.array(z.string()))
    .describe('Option name → the values there are; empty without options.'),
  has_options: z.boolean(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  rating: ratingSchema.nullable().describe('Null when nobody has reviewed it.'),
});

export const choiceSchema = z.object({ id: z.string(), label: z.string() });

const idText = z.string().trim().min(1).max(200);

/** A thing as templates have it at hand: its id, or an object that carries one. */
export const productRef = z.union([
  idText.transform((id) => ({ id, sku: null })),
  z.object({ id: idText, sku: idText.nullish() }).transform(({ id, sku }): ProductRef => ({ id, sku: sku ?? null })),
]);

export interface ProductRef {
  readonly id: string;
  readonly sku: string | null;
}

/** A whole number, or its digits: what a shopper wrote may come as text. */
export const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*\d{1,9}\s*$/)
    .transform(Number),
]);

/** How many, as it was written; whether there can be so many is for the action to say. */
export const pieces = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*[+-]?\d{1,15}(?:\.\d{1,6})?\s*$/)
    .transform(Number),
]);

/** What a template leaves empty is `null`: it counts as left out. */
export function numberOr(otherwise: number, range: { readonly from: number; readonly to?: number }) {
  const { from, to = Number.MAX_SAFE_INTEGER } = range;
  return wholeNumber
    .pipe(z.int().min(from).max(to))
    .nullish()
    .transform((value) => value ?? otherwise);
}

export const chosenOptions = z.record(z.string(), z.string());

export const nothing = z.object({});
