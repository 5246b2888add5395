import { readCsv } from '../../catalog/import/csv.ts';
import { readPrice } from '../../catalog/import/price.ts';
import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';

export interface CompetitorPrices {
  /** SKU → what a competitor asks for it. */
  readonly prices: ReadonlyMap<string, Money>;
  /** Lines that could not be read, with the reason for the merchant. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

export const noCompetitors: CompetitorPrices = { prices: new Map(), problems: [] };

/** A CSV file with the columns `sku` and `price`; the last line of a SKU counts. Throws what the file's stream throws. */
export async function readCompetitorPrices(
  chunks: AsyncIterable<Uint8Array>,
  currency: string,
): Promise<CompetitorPrices> {
  const prices = new Map<string, Money>();
  const problems: { line: number; reason: string }[] = [];
  for await (const row of readCsv(chunks)) {
    const read = 'reason' in row ? row : readLine(row.record, currency);
    if ('reason' in read) problems.push({ line: row.line, reason: read.reason });
    else prices.set(read.sku, read.price);
  }
  return { prices, problems };
}

function readLine(record: Readonly<Record<string, unknown>>, currency: string) {
  const sku = String(record['sku'] ?? '').trim();
  if (sku === '') return { reason: 'sku is missing' };
  const price = readPrice(record['price'], { currency });
  return 'reason' in price ? { reason: `price ${price.reason}` } : { sku, price };
}

/** Of the file; else of the product's own column. What is in another currency, or free, is not compared with. */
export function competitorPrice(
  { attributes }: Product,
  { sku, price }: Variant,
  { attribute, prices }: { readonly attribute: string; readonly prices: CompetitorPrices['prices'] },
): Money | null {
  const known = prices.get(sku) ?? readPrice(attributes[attribute], { currency: price.currency });
  return 'reason' in known || known.currency !== price.currency || known.amount <= 0 ? null : known;
}
