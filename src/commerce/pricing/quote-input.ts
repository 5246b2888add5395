import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import type { Destination } from '../address.ts';
import type { QuotedShipping } from './quote.ts';

/** All that a quote depends on, besides the merchant's rules. */
export interface QuoteInput {
  readonly lines: readonly QuoteInputLine[];
  /** `null`: not known yet. */
  readonly destination: Destination | null;
  readonly shipping: QuotedShipping | null;
  /** As the shopper typed them. */
  readonly coupons: readonly string[];
  readonly uses: CouponUses;
  /** What the way to pay costs more. */
  readonly fee: { readonly label: string; readonly price: Money } | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The variant as this shopper sees it: price lists, sales and moving prices are in its price already. */
export interface QuoteInputLine {
  readonly product: Product;
  readonly variant: Variant;
  readonly quantity: number;
}

/** By `couponKey`; a coupon that is not in it was never used. Read by `readCouponUses`. */
export type CouponUses = ReadonlyMap<string, CouponUse>;

export interface CouponUse {
  /** Orders it was used for, all together; counted where `uses` or `budget` limits it. */
  readonly times: number;
  /** What it has taken off, all together, in minor units of the shop's currency. */
  readonly taken: number;
  /** Orders of this customer. */
  readonly byCustomer: number;
}

export const noUses: CouponUses = new Map();
