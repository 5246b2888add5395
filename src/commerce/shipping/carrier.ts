import type { RawRequest } from '../../channel/adapter.ts';
import type { Address } from '../address.ts';
import type { Refusal } from '../refusal.ts';

/** Who brings parcels. Contract: test/contracts/carrier.ts. */
export interface Carrier {
  /** As `shop/shipping.yaml` names it: `manual`, `easypost` … */
  readonly id: string;
  /** Announces a parcel; the same `key` announces it once. Refuses with `bad-address`, `by-hand`. Throws when out of reach. */
  ship(request: ShipRequest): Promise<Shipment | Refusal>;
  /** Where it is; `null`: this carrier cannot be asked. Throws when out of reach. */
  track(tracking: string): Promise<Tracking | null>;
  readonly webhook?: {
    /** From the root: `/webhooks/easypost`. */
    readonly path: string;
    /** Raw bytes, constant time. `refused: 'forged'` → 401. */
    read(request: RawRequest): Promise<readonly Tracking[] | Refusal>;
  };
}

export type Carriers = ReadonlyMap<string, Carrier>;

export interface ShipRequest {
  readonly order: string;
  readonly number: string;
  readonly to: Address;
  readonly phone: string | null;
  readonly email: string | null;
  readonly items: readonly { readonly title: string; readonly sku: string; readonly quantity: number }[];
  /** What was chosen at checkout. */
  readonly method: string;
  readonly key: string;
}

export interface Shipment {
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
  /** Epoch milliseconds. */
  readonly at: number;
  /** ISO 8601, a day or a moment. */
  readonly expected: string | null;
  readonly place: string | null;
}
