import type { Money } from '../../catalog/money.ts';
import type { Coupon, Promotion } from '../rules/coupons.ts';
import type { ProductsMatch } from '../rules/products-match.ts';
import type { Discount } from './quote.ts';

/** What may come off, a coupon's or a promotion's. */
export interface Reduction {
  readonly kind: Extract<Discount['kind'], 'coupon' | 'promotion'>;
  readonly id: string;
  readonly label: string;
  readonly off: GoodsOff;
  readonly freeShipping: FreeShipping | null;
  readonly minimum: Money | null;
  /** Pieces of what it is about that must be bought. */
  readonly pieces: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly combines: boolean;
  readonly match: ProductsMatch;
}

/** `methods`: the ways to deliver that it is about, by their ids; `null`: every one. */
export interface FreeShipping {
  readonly methods: readonly string[] | null;
}

export type GoodsOff =
  | { readonly by: 'pieces'; readonly of: number; readonly free: number }
  | { readonly by: 'percent'; readonly percent: number }
  | { readonly by: 'amount'; readonly amount: Money }
  | { readonly by: 'nothing' };

export function reductionOfCoupon(coupon: Coupon): Reduction {
  return { ...common(coupon), kind: 'coupon', id: coupon.code, off: goodsOff(coupon), pieces: 1 };
}

export function reductionOfPromotion(promotion: Promotion): Reduction {
  const { name, pieces, free_pieces: free } = promotion;
  const off: GoodsOff = pieces !== null && free !== null ? { by: 'pieces', of: pieces, free } : goodsOff(promotion);
  return { ...common(promotion), kind: 'promotion', id: name, off, pieces: pieces ?? 1 };
}

function common({ label, free_shipping: free, methods, minimum, from, to, combines, ...rest }: Coupon | Promotion) {
  const freeShipping = free ? { methods } : null;
  const match = { products: rest.products, categories: rest.categories, tags: rest.tags };
  return { label, freeShipping, minimum, from, to, combines, match };
}

function goodsOff({ percent, amount }: Pick<Coupon, 'percent' | 'amount'>): GoodsOff {
  if (percent !== undefined) return { by: 'percent', percent };
  return amount === undefined ? { by: 'nothing' } : { by: 'amount', amount };
}

const turn: Readonly<Record<GoodsOff['by'], number>> = { pieces: 0, percent: 1, amount: 2, nothing: 3 };

/**
 * In which order several come off: free pieces of full prices, then percentages, then amounts; promotions before coupons, and these
 * by their code. So the order in which a shopper gives codes changes nothing.
 */
export function inTurn(reductions: readonly Reduction[]): readonly Reduction[] {
  return [...reductions].sort(
    (one, other) =>
      turn[one.off.by] - turn[other.off.by] ||
      Number(one.kind === 'coupon') - Number(other.kind === 'coupon') ||
      (one.kind === 'coupon' ? compareIds(one, other) : 0),
  );
}

function compareIds({ id: one }: Reduction, { id: other }: Reduction): number {
  return one < other ? -1 : Number(one > other);
}
