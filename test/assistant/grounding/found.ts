import { createFindings, type FindingsBook } from '../../../src/assistant/findings.ts';
import type { Ground } from '../../../src/assistant/grounding/claim.ts';
import { fold } from '../../../src/assistant/grounding/fold.ts';
import { type Grounded, ground } from '../../../src/assistant/grounding/ground.ts';
import type { JsonObject } from '../../../src/storage/json.ts';

export function aView(id: string, title: string, more: JsonObject = {}): JsonObject {
  return {
    id,
    title,
    brand: null,
    category: 'mugs',
    image: 'https://shop.example/p.jpg',
    price: { amount: 1_299, currency: 'USD' },
    was: null,
    in_stock: true,
    stock: 7,
    sku: id,
    options: null,
    ...more,
  };
}

/** Two mugs that are there and a dear one that is not; ways of delivery; what the shop allows. */
export function usualFindings(locale = 'en'): FindingsBook {
  const findings = createFindings({ locale, timeZone: 'UTC' });
  const products = [
    aView('a', 'Blue Stoneware Mug', { brand: 'Nordform' }),
    aView('b', 'Red Travel Mug', {
      price: { amount: 2_450, currency: 'USD' },
      was: { amount: 2_999, currency: 'USD' },
      stock: 3,
    }),
    aView('c', 'Copper Mug Deluxe', { price: { amount: 8_900, currency: 'USD' }, in_stock: false, stock: 0 }),
  ];
  findings.add('catalog.search', { products, total: 12, more: 9 });
  const { products: _, ...details } = { products, ...aView('a', 'Blue Stoneware Mug', { brand: 'Nordform' }) };
  const attributes = [{ name: 'volume', value: '350 ml' }];
  findings.add('catalog.product', { ...details, description: 'Holds 350 ml. 100% stoneware.', attributes });
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const options = [
    { id: 's', label: 'Standard', price: usd(490), free: false, earliest: '2026-12-01', latest: '2026-12-03' },
    { id: 'x', label: 'Express', price: usd(1_290), free: false, earliest: '2026-11-25', latest: '2026-11-25' },
  ];
  findings.add('delivery.options', { options, free_from: usd(5_000), country_name: 'Germany' });
  findings.add('orders.policy', { can_return: true, return_days: 30 });
  return findings;
}

export interface Given {
  readonly said?: string;
  readonly findings?: FindingsBook;
  readonly brands?: readonly string[];
}

export function groundOf({
  said = '',
  findings = usualFindings(),
  brands = ['Nordform', 'Apple', 'Kettler'],
}: Given = {}): Ground {
  const secret =
    'You help shoppers of Test shop in a chat. Write the figures of a product right behind its title, always and everywhere.';
  return { findings, said: fold(said), brands, names: ['Test shop'], secret, timeZone: 'UTC' };
}

export function judged(text: string, given: Given = {}): Grounded {
  return ground(text, groundOf(given));
}

/** Codes of what stops it; empty when it holds. */
export function stops(text: string, given: Given = {}): readonly string[] {
  const result = judged(text, given);
  return result.holds ? [] : [...new Set(result.problems.map(({ code }) => code))];
}
