import type { Money } from '../../src/catalog/money.ts';

/** A product as a search action gives it to templates. */
export type ShelfView = {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly price: Money;
  readonly was: Money | null;
  readonly in_stock: boolean;
};

function view(id: string, title: string, amount: number, was: number | null = null): ShelfView {
  const price = { amount, currency: 'USD' };
  return {
    id,
    title,
    brand: 'North Quay',
    price,
    was: was === null ? null : { ...price, amount: was },
    in_stock: true,
  };
}

export const shelf: readonly ShelfView[] = [
  view('coat-1', 'Fjord Wool Coat', 18_900),
  view('coat-2', 'Harbour Parka', 12_950, 15_900),
  view('coat-3', 'Pier Down Jacket', 9_900),
];

export interface CartLine {
  readonly label: string;
  readonly product: string;
  readonly quantity: number;
  readonly price: Money;
}

export interface Wanted {
  readonly product: string;
  readonly size: string;
  readonly colour: string;
  readonly quantity: number;
}

/** The cart with this in it, instead of what it had of the same; `null` when there is no such product. */
export function withWanted(lines: readonly CartLine[], wanted: Wanted): readonly CartLine[] | null {
  const product = shelf.find(({ id }) => id === wanted.product);
  if (!product) return null;
  const label = labelOf(product.title, wanted);
  const line = { label, product: product.id, quantity: wanted.quantity, price: product.price };
  return [...lines.filter((other) => other.label !== label), line];
}

export function labelOf(title: string, { size, colour }: Pick<Wanted, 'size' | 'colour'>): string {
  return `${title}, ${size}, ${colour}`;
}

export function cartTotal(lines: readonly CartLine[]): Money {
  return { amount: lines.reduce((sum, { price, quantity }) => sum + price.amount * quantity, 0), currency: 'USD' };
}
