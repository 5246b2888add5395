import type { Money } from '../money.ts';
import { text } from './cells.ts';
import { type PriceRules, readPrice } from './price.ts';

export type ReadCell = (field: string) => unknown;

interface Refused {
  readonly reason: string;
}

/** What a variant costs and how many there are. */
export interface Offer {
  readonly price: Money;
  readonly was?: Money;
  readonly stock: number | null;
}

export function readOffer(cell: ReadCell, rules: PriceRules): Offer | Refused {
  const priced = readPrices(cell, rules);
  if ('reason' in priced) return priced;
  const stock = readStock(cell);
  return typeof stock === 'object' && stock !== null ? stock : { ...priced, stock };
}

function readPrices(cell: ReadCell, rules: PriceRules): Omit<Offer, 'stock'> | Refused {
  const currency = text(cell('currency'))?.toUpperCase() ?? rules.currency;
  const price = /^[A-Z]{3}$/.test(currency)
    ? readPrice(cell('price'), { ...rules, currency })
    : { reason: 'is in no currency we know' };
  if ('reason' in price) return { reason: `price ${price.reason}` };
  if (cell('was') === undefined) return { price };
  const was = readPrice(cell('was'), { ...rules, currency });
  if ('reason' in was) return { reason: `former price ${was.reason}` };
  return was.amount > price.amount ? { price, was } : { price };
}

function readStock(cell: ReadCell): number | null | Refused {
  const [stock, available] = [cell('stock'), cell('available')];
  const yes = available === undefined ? true : readYesNo(available);
  if (yes === false) return 0;
  if (stock !== undefined) return readCount(stock);
  return yes === null ? { reason: `available "${shown(available)}" is neither true nor false` } : null;
}

/** `null`: neither. A number may be one of pieces, and 1 both, so no number but 0 is read. */
function readYesNo(cell: unknown): boolean | null {
  const word = text(cell)?.toLowerCase() ?? '';
  if (['true', 'yes'].includes(word)) return true;
  return ['false', 'no', '0'].includes(word) ? false : null;
}

function readCount(cell: unknown): number | Refused {
  const count = typeof cell === 'number' ? cell : Number(text(cell)?.replace(/[.,]0+$/, '') ?? Number.NaN);
  // A shop that sold more than it had counts below zero; there is nothing left to sell.
  return Number.isSafeInteger(count) ? Math.max(0, count) : { reason: `stock "${shown(cell)}" is not a whole number` };
}

function shown(cell: unknown): string {
  return String(typeof cell === 'object' ? JSON.stringify(cell) : cell).slice(0, 30);
}
