/** What both fake shops keep, in words of neither: tests write it, and each fake speaks its own language about it. */
export interface FakeProduct {
  readonly id: number;
  title: string;
  handle: string;
  description: string;
  brand: string;
  active: boolean;
  changedAt: number;
  readonly variants: FakeVariant[];
}

export interface FakeVariant {
  readonly id: number;
  sku: string;
  readonly options: Readonly<Record<string, string>>;
  price: string;
  was: string | null;
  /** `null`: not counted. */
  stock: number | null;
}

export interface FakeOrder {
  readonly id: number;
  readonly reference: string | null;
  readonly placedAt: number;
  changedAt: number;
  cancelled: boolean;
  /** Cents. */
  readonly total: number;
  refunded: number;
  readonly refundKeys: Set<string>;
  readonly paid: boolean;
  readonly lines: readonly {
    readonly title: string;
    readonly sku: string;
    readonly variant: number | null;
    readonly quantity: number;
    readonly unit: number;
  }[];
  readonly parcels: FakeParcel[];
  city: string;
}

export interface FakeParcel {
  readonly tracking: string;
  state: 'sent' | 'delivered';
}

export type FailMode = 'unauthorised' | 'limited' | 'down' | 'hang' | 'half' | 'lost' | 'nonsense';

/** How a fake shop is made to fail: the next so many requests, after so many that go well. */
export interface Faults {
  fail(mode: FailMode, times?: number, after?: number): void;
  /** What to do with this request. */
  next(isWrite: boolean): FailMode | null;
}

export function createFaults(): Faults {
  let planned: { mode: FailMode; times: number; after: number } | null = null;
  return {
    fail: (mode, times = 1, after = 0) => {
      planned = { mode, times, after };
    },
    next(isWrite) {
      if (planned === null || planned.times === 0) return null;
      // An answer is lost on its way after the work was done: only where work is done.
      if (planned.mode === 'lost' && !isWrite) return null;
      if (planned.after > 0) {
        planned.after -= 1;
        return null;
      }
      planned.times -= 1;
      return planned.mode;
    },
  };
}

export interface Shelf {
  readonly products: Map<number, FakeProduct>;
  readonly orders: Map<number, FakeOrder>;
  now: number;
}

export function createShelf(): Shelf {
  return { products: new Map(), orders: new Map(), now: Date.parse('2026-11-22T10:00:00Z') };
}

export function variantBy(
  shelf: Shelf,
  id: number,
): { readonly product: FakeProduct; readonly variant: FakeVariant } | null {
  for (const product of shelf.products.values()) {
    const variant = product.variants.find((one) => one.id === id);
    if (variant) return { product, variant };
  }
  return null;
}

/** Both shops take an order off what can be sold, and put it back when it is cancelled. */
export function moveStock(shelf: Shelf, { lines }: Pick<FakeOrder, 'lines'>, sign: 1 | -1): void {
  for (const { variant: id, quantity } of lines) {
    const found = id === null ? null : variantBy(shelf, id);
    if (found && found.variant.stock !== null) found.variant.stock += sign * quantity;
  }
}
