import { z } from 'zod';
import type { JsonObject } from '../storage/json.ts';
import type { StoreReader, Write } from '../storage/store.ts';

/** What a sweep does, in this order. */
export const phases = ['products', 'gone', 'stock', 'orders', 'out'] as const;
export type Phase = (typeof phases)[number];

const counts = z.object({
  new: z.int().default(0),
  changed: z.int().default(0),
  gone: z.int().default(0),
  leftOut: z.int().default(0),
  orders: z.int().default(0),
  sent: z.int().default(0),
});
export type Counts = Readonly<z.output<typeof counts>>;

const stateSchema = z.object({
  /** When this system was seen for the first time, epoch ms: orders that were placed here before are none of its business. */
  connectedAt: z.number(),
  /** `null`: nothing is under way. */
  phase: z.enum(phases).nullable().default(null),
  cursor: z.string().nullable().default(null),
  begun: z.number().default(0),
  /** All products are asked for, not just those that changed. */
  whole: z.boolean().default(false),
  counts: counts.prefault({}),
  /** When the last whole and the last finished sweep began. */
  wholeAt: z.number().nullable().default(null),
  finishedAt: z.number().nullable().default(null),
  sinceProducts: z.number().nullable().default(null),
  sinceOrders: z.number().nullable().default(null),
  last: counts.nullable().default(null),
});
export type SweepState = Readonly<z.output<typeof stateSchema>>;

export interface StoredState {
  readonly state: SweepState;
  readonly revision: number;
}

const idOf = (system: string) => `${system}/state`;

/** Where it is; a system that is new begins now. */
export async function readSweep(store: StoreReader, system: string, now: number): Promise<StoredState> {
  const stored = await store.get('shop-link', idOf(system));
  return { state: stateSchema.parse(stored?.body ?? { connectedAt: now }), revision: stored?.revision ?? 0 };
}

export function sweepWrite(system: string, { state, revision }: StoredState, now: number): Write {
  const body = { ...(state as unknown as JsonObject), system, theirs: null, is: 'state', updatedAt: now };
  return { kind: 'shop-link', id: idOf(system), revision, body };
}
