import type { z } from 'zod';
import type { Product, Variant } from '../product.ts';
import { productSchema } from '../product-schema.ts';

export type Checked = { readonly product: Product } | { readonly reason: string };

/** A draft that is a whole product, or the first thing that is wrong with it, in plain words. */
export function checkDraft(draft: unknown): Checked {
  const read = productSchema.safeParse(draft);
  if (!read.success) return { reason: inWords(read.error.issues[0]) };
  const [first, ...more] = read.data.variants.map(toVariant);
  return first === undefined
    ? { reason: 'a price is needed' }
    : { product: { ...read.data, variants: [first, ...more] } };
}

type Parsed = z.output<typeof productSchema>;

function toVariant({ was, ...variant }: Parsed['variants'][number]): Variant {
  return was === undefined ? variant : { ...variant, was };
}

function inWords(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'the row is no product';
  return `${placeInWords(issue.path)} ${issue.message}`;
}

function placeInWords(path: readonly PropertyKey[]): string {
  const [first, position, ...rest] = path.map(String);
  if (first === undefined) return 'the product';
  if (first !== 'variants' || position === undefined)
    return [first, position, ...rest].filter((part) => part !== undefined).join(' ');
  const field = rest.join(' ').replace('price amount', 'price');
  return position === '0' ? field : `${field} of variant ${Number(position) + 1}`;
}
