import { z } from 'zod';
import { type Money, moneySchema } from '../../catalog/money.ts';
import type { JsonObject } from '../../storage/json.ts';
import type { StoreReader } from '../../storage/store.ts';

const schema = z.object({
  sku: z.string(),
  product: z.string(),
  title: z.string(),
  from: moneySchema,
  to: moneySchema,
  rule: z.string().nullable(),
  reason: z.string(),
  at: z.number(),
});

/** The body of a `price-change` document: a price that moved, and why. */
export interface PriceChange {
  readonly sku: string;
  readonly product: string;
  /** With the options of the SKU. */
  readonly title: string;
  readonly from: Money;
  readonly to: Money;
  /** The rule's name; `null` where none fits any more. */
  readonly rule: string | null;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export function priceChangeBody({ from, to, ...same }: PriceChange): JsonObject {
  return { ...same, from: { ...from }, to: { ...to } };
}

/** Newest first; of one SKU or of all. */
export async function priceChanges(
  store: Pick<StoreReader, 'find'>,
  { sku, limit }: { readonly sku: string | null; readonly limit: number },
): Promise<readonly PriceChange[]> {
  const where = sku === null ? {} : { sku };
  const found = await store.find('price-change', { where, sort: { by: 'at', direction: 'down' }, limit });
  return found.map(({ body }) => schema.parse(body));
}
