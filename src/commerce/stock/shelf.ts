import { z } from 'zod';
import type { JsonObject } from '../../storage/json.ts';
import type { Stored } from '../../storage/store.ts';
import type { Order } from '../orders/order.ts';

/** One SKU of a product. */
export interface Piece {
  readonly sku: string;
  readonly product: string;
}

/** Pieces that are kept at a place for an order. */
export type Reserved = Order['reserved'][number];

/** How many are at a place; the reserved ones are among them. */
export interface Level {
  readonly onHand: number;
  readonly reserved: number;
}

export type Levels = ReadonlyMap<string, Level>;

/** What is kept of one SKU, by place. */
export interface Shelf extends Piece {
  /** Of the `stock` document; 0 while there is none. */
  readonly revision: number;
  /** `null`: the shop does not count it. */
  readonly levels: Levels | null;
  readonly low: boolean;
  /** When it was sold out last, or came back, epoch ms: the search index follows by this. `null`: never. */
  readonly turnedAt: number | null;
}

const count = z.int().min(0);

const stockSchema = z.object({
  product: z.string(),
  places: z.record(z.string(), z.object({ onHand: count, reserved: count })),
  low: z.boolean().default(false),
  turnedAt: z.number().nullable().default(null),
});

/** Throws when the document is not a stock: the store was written by something else. */
export function shelfOf({ id, revision, body }: Stored): Shelf {
  const { product, places, low, turnedAt } = stockSchema.parse(body);
  return { sku: id, product, revision, levels: new Map(Object.entries(places)), low, turnedAt };
}

export function shelfBody({ product, levels, low, turnedAt }: Shelf): JsonObject {
  const places = Object.fromEntries([...(levels ?? [])].map(([place, level]) => [place, { ...level }]));
  return { product, places, available: availableOf(levels ?? new Map()), low, turnedAt };
}

/** So many can be sold. A recount may have found fewer than are promised: then none can. */
export function availableOf(levels: Levels): number {
  let sum = 0;
  for (const { onHand, reserved } of levels.values()) sum += onHand - reserved;
  return Math.max(0, sum);
}

/** What can be promised from one place: what another place is short of has to come from somewhere, too. */
export function freeAt(levels: Levels, place: string): number {
  const { onHand, reserved } = levels.get(place) ?? none;
  return Math.min(Math.max(0, onHand - reserved), availableOf(levels));
}

export const none: Level = { onHand: 0, reserved: 0 };

export function withLevel(levels: Levels, place: string, level: Level): Levels {
  return new Map(levels).set(place, level);
}
