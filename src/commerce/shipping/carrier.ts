import type { RawRequest } from '../../channel/adapter.ts';
import type { Address } from '../address.ts';
import type { Refusal } from '../refusal.ts';
import type { ShippingRules } from '../rules/shipping.ts';

/** Who brings parcels. Contract: test/contracts/carrier.ts. */
export interface Carrier {
  /** As `shop/shipping.yaml` names it: `manual`, `easypost` … */
  readonly id: string;
  /**
   * Announces a parcel; the same `key` announces it once, also after a crash. Refuses with `by-hand` (a person gives the tracking number),
   * `bad-address`, `no-sender`, `no-service` (details: services), `refused` (details: code). Throws `CarrierDown` when it is out of
   * reach: then it may have happened or not, and the same key tells.
   */
  ship(request: ShipRequest): Promise<Shipment | Refusal>;
  /** Where it is; `null`: this carrier cannot be asked, or knows nothing of it. Throws `CarrierDown`. */
  track(tracking: string): Promise<Tracking | null>;
  readonly webhook?: {
    /** From the root: `/webhooks/easypost`. */
    readonly path: string;
    /** Raw bytes, constant time. `refused: 'forged'` → 401; `[]`: genuine and not about a parcel. */
    read(request: RawRequest): Promise<readonly Tracking[] | Refusal>;
  };
}

export type Carriers = ReadonlyMap<string, Carrier>;

export interface ShipRequest {
  readonly order: string;
  readonly number: string;
  readonly to: Address;
  /** `null`: the merchant has not written who sends. */
  readonly from: ShippingRules['sender'];
  readonly parcel: ShippingRules['parcel'];
  readonly phone: string | null;
  readonly email: string | null;
  readonly items: readonly { readonly title: string; readonly sku: string; readonly quantity: number }[];
  /** What was chosen at checkout. */
  readonly method: string;
  /** The carrier's own name of what is to be bought; `null`: what costs least. */
  readonly service: string | null;
  readonly key: string;
}

export interface Shipment {
  /** Who brings it, as the shopper knows it: `USPS`. */
  readonly carrier: string;
  readonly tracking: string;
  readonly trackingUrl: string | null;
  /** Where the label can be printed. */
  readonly labelUrl: string | null;
}

export const parcelStates = [
  'announced',
  'on-its-way',
  'out-for-delivery',
  'delivered',
  'waiting',
  'failed',
  'returned',
] as const;
/** `waiting`: at a shop or a box for the shopper to fetch. `failed`: it could not be brought, or is lost. */
export type ParcelState = (typeof parcelStates)[number];

export interface Tracking {
  readonly tracking: string;
  readonly state: ParcelState;
  /** By the carrier's clock, epoch milliseconds: what was said later counts. */
  readonly at: number;
  /** When the parcel came into this state, ISO 8601, a day or a moment; `null`: at `at`. */
  readonly since: string | null;
  /** ISO 8601, a day or a moment. */
  readonly expected: string | null;
  readonly place: string | null;
}
