import { z } from 'zod';
import { currencyExponent } from '../catalog/currency.ts';
import type { Product } from '../catalog/product.ts';
import { productSchema } from '../catalog/product-schema.ts';

/** Amounts as a merchant writes them: 129.99. */
const price = z.number('A price is a number such as 129.99').min(0);

const given = z.object({
  id: z.string('A given product needs an "id"'),
  title: z.string('A given product needs a "title"'),
  price: price.optional(),
  was: price.optional(),
  stock: z.number().nullable().optional(),
  variants: z
    .array(
      z.object({
        sku: z.string(),
        options: z.record(z.string(), z.string()),
        price: price,
        was: price.optional(),
        stock: z.number().nullable().optional(),
      }),
    )
    .optional(),
});

type Given = z.output<typeof given>;

/** A product of a test, written shorter than in a catalogue. Throws with words for the merchant. */
export function givenProduct(value: unknown, currency: string): Product {
  const read = given.loose().safeParse(value);
  if (!read.success) throw new Error(problems(read.error));
  const { price: _price, was: _was, stock: _stock, ...rest } = read.data;
  const checked = productSchema.safeParse({ ...rest, variants: variantsOf(read.data, currency) });
  if (!checked.success) throw new Error(problems(checked.error));
  return checked.data as unknown as Product;
}

function problems(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
}

function variantsOf(product: Given, currency: string): readonly object[] {
  const own = { sku: product.id, options: {}, price: product.price ?? 0, was: product.was, stock: product.stock };
  return (product.variants ?? [own]).map(({ price: amount, was, stock, ...rest }) => ({
    ...rest,
    price: minorUnits(amount, currency),
    ...(was === undefined ? {} : { was: minorUnits(was, currency) }),
    stock: stock ?? null,
  }));
}

function minorUnits(amount: number, currency: string): { amount: number; currency: string } {
  return { amount: Math.round(amount * 10 ** currencyExponent(currency)), currency };
}
