import { z } from 'zod';
import type { JsonObject } from '../../storage/json.ts';
import type { Store, Stored } from '../../storage/store.ts';

const countSchema = z.object({
  tokens: z.number(),
  calls: z.number(),
  input: z.number(),
  cached: z.number(),
  output: z.number(),
  micros: z.number(),
  unpriced: z.number(),
});

/** The body of a `model-use` document. */
export interface ModelUse {
  /** What counts against the limit: what was used, and what is put aside for calls under way. */
  readonly tokens: number;
  /** Calls that were answered. */
  readonly calls: number;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  /** Millionths of the currency that prices are in; calls whose price nobody knows are counted in `unpriced` instead. */
  readonly micros: number;
  readonly unpriced: number;
}

export const nothingUsed: ModelUse = { tokens: 0, calls: 0, input: 0, cached: 0, output: 0, micros: 0, unpriced: 0 };

/** Throws when the document is none of a day's use: the store was written by something else. */
export function modelUseOf(stored: Pick<Stored, 'body'> | undefined): ModelUse {
  return stored === undefined ? nothingUsed : countSchema.parse(stored.body);
}

export function plus(use: ModelUse, more: Partial<ModelUse>): ModelUse {
  const sum = (key: keyof ModelUse): number => use[key] + (more[key] ?? 0);
  return {
    tokens: sum('tokens'),
    calls: sum('calls'),
    input: sum('input'),
    cached: sum('cached'),
    output: sum('output'),
    micros: sum('micros'),
    unpriced: sum('unpriced'),
  };
}

/** Whose use is counted together: a day of the shop, and of one customer in it. */
export interface UseDay {
  /** `2026-12-01`. */
  readonly day: string;
  readonly customer: string;
}

export interface BothUses {
  readonly shop: ModelUse;
  readonly customer: ModelUse;
}

/** Another process may count at the same moment, again and again; past this it is a defect. */
const mostTries = 200;

export interface UseParts {
  readonly store: Pick<Store, 'getMany' | 'commit'>;
  readonly now: () => number;
}

/**
 * Reads what shop and customer have used, and writes what `change` makes of it; `null` writes nothing. Whoever loses a race counts again
 * on what is stored by then, so that nothing is lost. Throws `StoreError`, and `MODEL_USE_CONTESTED` when it never wins.
 */
export async function changeUse(
  { store, now }: UseParts,
  { day, customer }: UseDay,
  change: (uses: BothUses) => BothUses | null,
): Promise<void> {
  const ids = { shop: day, customer: `${day}/${customer}` };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await store.getMany('model-use', [ids.shop, ids.customer]);
    const [shop, own] = [ids.shop, ids.customer].map((id) => found.find((each) => each.id === id));
    const after = change({ shop: modelUseOf(shop), customer: modelUseOf(own) });
    if (after === null) return;
    const write = (id: string, use: ModelUse, { days, stored }: { days: number; stored: Stored | undefined }) => ({
      kind: 'model-use' as const,
      id,
      revision: stored?.revision ?? 0,
      body: bodyOf(use, now() + days * dayMs),
    });
    const writes = [
      write(ids.shop, after.shop, { days: shopDays, stored: shop }),
      write(ids.customer, after.customer, { days: customerDays, stored: own }),
    ];
    if ((await store.commit(writes)) === 'committed') return;
  }
  throw new ModelUseContested();
}

const dayMs = 86_400_000;
/** A merchant compares with last year; a customer's day is only needed as long as it lasts. */
const shopDays = 400;
const customerDays = 3;

function bodyOf(use: ModelUse, until: number): JsonObject {
  return { ...use, until };
}

class ModelUseContested extends Error {
  override readonly name = 'ModelUseContested';
  readonly code = 'MODEL_USE_CONTESTED';
}
