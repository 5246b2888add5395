import type { Money } from '../catalog/money.ts';
import type { RawRequest } from '../channel/adapter.ts';
import type { Address } from '../commerce/address.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { ParcelState } from '../commerce/shipping/carrier.ts';

/**
 * The merchant's real shop: Shopify, WooCommerce. Contract: test/contracts/shop-system.ts. Ids are theirs, as text. Every call throws
 * `ShopError`, and nothing else, when it cannot be done.
 */
export interface ShopSystem {
  readonly id: 'shopify' | 'woocommerce';
  /** ISO 4217; what the shop's amounts are in. */
  currency(): Promise<string>;
  /** All products, or those changed since (epoch ms), a page at a time. The same cursor gives what comes after the same page. */
  products(wanted: PageWanted): Promise<Page<ShopProduct>>;
  /** `null`: there is none, or it is not sold. */
  product(id: string): Promise<ShopProduct | null>;
  /** Which of these products there are; at most 100 are asked for. */
  existing(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** What can be sold of these; what is not there any more is left out. At most 100 are asked for. */
  stock(ids: readonly string[]): Promise<readonly ShopStock[]>;
  /** Adds pieces, or takes them away; the same `key` does it once where the shop takes keys. */
  adjustStock(change: { readonly id: string; readonly by: number; readonly key: string }): Promise<void>;
  orders(wanted: PageWanted): Promise<Page<ShopOrder>>;
  order(id: string): Promise<ShopOrder | null>;
  /** The order that was created for an order of ours; `since`: when ours was placed, epoch ms. */
  findOrder(reference: string, since: number): Promise<ShopOrder | null>;
  /** How long an order that was just created may not be found yet, milliseconds. */
  readonly settleMs: number;
  /** Creates one more order, whatever is there: look with `findOrder` before. It lowers what can be sold by its lines. */
  createOrder(order: NewShopOrder): Promise<ShopOrder>;
  /** Takes an order back, its pieces are for sale again; no money moves. Nothing happens when it is cancelled already. */
  cancelOrder(id: string, why: string): Promise<void>;
  /** Notes that money went back; none moves. The same `key` notes it once. */
  refundOrder(
    id: string,
    refund: { readonly key: string; readonly amount: Money; readonly why: string },
  ): Promise<void>;
  changeAddress(id: string, address: Address, contact: ShopContact): Promise<void>;
  readonly webhook: {
    /** From the root: `/webhooks/shopify`. */
    readonly path: string;
    /** Raw bytes, constant time. `refused: 'forged'` → 401. `[]`: genuine, and about nothing that is followed. */
    read(request: RawRequest): readonly ShopChange[] | Refusal;
  } | null;
}

export interface PageWanted {
  /** `null`: the first page. */
  readonly cursor: string | null;
  /** `null`: all. */
  readonly changedSince: number | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** `null`: this was the last. */
  readonly next: string | null;
}

export interface ShopProduct {
  readonly id: string;
  /** As it stands in addresses; becomes our product's id. */
  readonly handle: string;
  /** Why it cannot be taken, in words for the merchant: a price that is none. */
  readonly problem: string | null;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly brand: string | null;
  readonly category: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly images: readonly string[];
  readonly tags: readonly string[];
  readonly variants: readonly ShopVariant[];
}

export interface ShopVariant {
  /** What an order's line names. */
  readonly id: string;
  /** What `stock` names. */
  readonly stockId: string;
  /** `null`: it has none, and gets one made of the handle and the options. */
  readonly sku: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly price: Money;
  readonly was: Money | null;
  readonly levels: Levels;
}

/** `null`: the shop does not count it, or sells on without. */
export type Levels = readonly ShopLevel[] | null;

export interface ShopLevel {
  /** A place of ours; `null`: the shop as a whole. */
  readonly place: string | null;
  /** May be below 0 where more was sold than there was. */
  readonly available: number;
}

export interface ShopStock {
  readonly id: string;
  readonly levels: Levels;
}

export interface ShopContact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface ShopOrder {
  readonly id: string;
  /** What people know it by: `#1001`. */
  readonly number: string;
  /** Our order's id, where it was created for one. */
  readonly reference: string | null;
  /** Epoch ms. */
  readonly placedAt: number;
  readonly cancelled: boolean;
  /** Nothing is left to be sent. */
  readonly fulfilled: boolean;
  /** In the order in which they were sent. */
  readonly parcels: readonly ShopParcel[];
  readonly total: Money;
  readonly refunded: Money;
  readonly items: readonly ShopItem[];
  readonly contact: ShopContact;
  readonly address: Address | null;
}

export interface ShopParcel {
  readonly state: ParcelState;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly trackingUrl: string | null;
  /** Epoch ms. */
  readonly at: number;
  /** ISO 8601. */
  readonly expected: string | null;
}

export interface ShopItem {
  readonly title: string;
  readonly sku: string | null;
  readonly quantity: number;
  /** Of one piece. */
  readonly price: Money;
}

export interface NewShopOrder {
  /** Our order's id. */
  readonly reference: string;
  readonly number: string;
  readonly placedAt: number;
  readonly lines: readonly NewShopLine[];
  /** Delivery, and what a way to pay costs. */
  readonly charges: readonly NewShopCharge[];
  readonly discounts: readonly { readonly id: string; readonly label: string; readonly amount: Money }[];
  readonly taxes: readonly {
    readonly label: string;
    readonly percent: number;
    readonly amount: Money;
    readonly included: boolean;
  }[];
  readonly total: Money;
  /** Nothing is left to be paid. */
  readonly paid: boolean;
  readonly payBy: string;
  readonly contact: ShopContact;
  readonly address: Address | null;
  readonly note: string | null;
}

export interface NewShopCharge {
  readonly kind: 'shipping' | 'fee';
  readonly label: string;
  /** Before `discount`. */
  readonly price: Money;
  readonly discount: Money;
  /** Included, or on top, as `taxes` say. */
  readonly tax: Money;
}

export interface NewShopLine {
  /** Their variant; `null`: they do not know it, and it stands in the order by its title. */
  readonly variant: string | null;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  /** Of one piece, before discounts. */
  readonly unit: Money;
  /** This line's share of all discounts. */
  readonly discount: Money;
  readonly tax: Money;
}

/** Something is not as it was: what it is now has to be asked for, so late, repeated and forged-in-order news do no harm. */
export interface ShopChange {
  readonly what: 'product' | 'stock' | 'order';
  readonly id: string;
  /** Which event told it; the same when it is delivered again. */
  readonly event: string | null;
}
