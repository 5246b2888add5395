import type { Money } from '../../catalog/money.ts';

/**
 * What an order costs, and why. All amounts are in one currency. It holds, and tests assert it: a line's `total` is `unit` × `quantity`;
 * `subtotal` is the sum of the lines' totals; `total` is the sum of `explanation`.
 */
export interface Quote {
  readonly currency: string;
  readonly lines: readonly QuoteLine[];
  readonly subtotal: Money;
  /** What comes off, coupons and promotions, in the order in which they were taken; amounts are positive. */
  readonly discounts: readonly Discount[];
  /** `null`: nothing is sent, or it is not known yet where to. */
  readonly shipping: QuotedShipping | null;
  readonly taxes: readonly QuotedTax[];
  readonly total: Money;
  /** Line by line what the total is made of, for people; included taxes are no part of it. */
  readonly explanation: readonly { readonly label: string; readonly amount: Money }[];
  /** What is paid besides the goods: delivery, a way to pay. */
  readonly charges: readonly QuotedCharge[];
  /**
   * Coupons that count, as their merchant writes them. One that makes a delivery free which is not known yet is among them
   * before there is a discount of it.
   */
  readonly acceptedCoupons: readonly string[];
  /** Coupons that were given and do not count, with the word why, in the order in which they were given. */
  readonly refusedCoupons: readonly RefusedCoupon[];
}

export interface QuoteLine {
  readonly sku: string;
  readonly product: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly quantity: number;
  /** Of one piece, before discounts on the order. */
  readonly unit: Money;
  /** What one piece costs without a sale; equals `unit` when there is none. */
  readonly list: Money;
  readonly total: Money;
  /** This line's share of all discounts. */
  readonly discount: Money;
  /** This line's tax, included or on top. */
  readonly tax: Money;
}

export interface Discount {
  readonly kind: 'coupon' | 'promotion' | 'points';
  /** The coupon's code, the promotion's name. */
  readonly id: string;
  readonly label: string;
  readonly amount: Money;
  /** Whether it comes off the goods or off the delivery. */
  readonly off: 'goods' | 'shipping';
}

export interface QuotedShipping {
  readonly method: string;
  readonly label: string;
  readonly price: Money;
}

/** Paid for it is `price` − `discount`, and `tax` where taxes are not included. */
export interface QuotedCharge {
  readonly kind: 'shipping' | 'fee';
  readonly label: string;
  readonly price: Money;
  readonly discount: Money;
  /** Included or on top, as with lines. */
  readonly tax: Money;
}

export interface QuotedTax {
  readonly label: string;
  /** Percent, as the merchant wrote it: 8.25. */
  readonly percent: number;
  /** What it is reckoned on. */
  readonly base: Money;
  readonly amount: Money;
  /** Within the prices, or on top of them. */
  readonly included: boolean;
}

export interface RefusedCoupon {
  readonly code: string;
  /**
   * `used`: by this customer, or as often as it may be. `spent`: its budget does not reach. `minimum`: the goods it is about cost too little.
   * `not-these`: it takes nothing off what is bought. `not-together`: not besides the other discounts.
   */
  readonly why: 'unknown' | 'expired' | 'not-yet' | 'minimum' | 'used' | 'spent' | 'not-these' | 'not-together';
  /** What the goods must cost at least, where that is why. */
  readonly minimum: Money | null;
}
