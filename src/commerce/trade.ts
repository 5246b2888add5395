import type { Catalog } from '../catalog/catalog.ts';
import type { ShopFacts } from '../dialog/book.ts';
import { createStaging } from '../storage/staging.ts';
import type { Store, StoreReader, Write } from '../storage/store.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { ShopRules } from './rules/shop-rules.ts';

/**
 * What everything that sells reads from and writes to. A shopper's turn is one (its writes are part of the turn's commit); what comes
 * from the outside — a payment's webhook, a carrier's, a merchant's command — is one by `transact`.
 */
export interface Trade {
  /** Sees what has been staged before, by id; queries see what is stored. */
  readonly store: StoreReader;
  readonly catalog: Catalog;
  readonly shop: ShopFacts;
  /** The merchant's rules as they are now. */
  readonly rules: ShopRules;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The same however often this is tried: the idempotency key for what goes to the outside, and the seed of what must not change. */
  readonly key: string;
  readonly by: Actor;
  /** To be written with all else of this trade, or not at all. Staging a document again replaces what was staged. */
  stage(write: Write): void;
}

/** Who does it, for an order's history. */
export type Actor =
  | { readonly who: 'shopper'; readonly customer: string }
  | { readonly who: 'merchant' }
  /** `what`: `stripe`, `easypost`, `expiry`, `shopify` … */
  | { readonly who: 'system'; readonly what: string };

/** What a trade outside of a turn is made of. */
export interface TradeParts {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly shop: ShopFacts;
  readonly rules: () => ShopRules;
  readonly clock: { now(): number };
  /** Lets trades of this process that change the same documents go one after the other: runtime/turnstile.ts. */
  readonly inLine?: <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>;
}

/** Another process may change the same documents at the same moment, again and again; past this it is a defect. */
const mostTries = 200;

/**
 * Does `work` and commits what it staged, all or nothing. Whoever loses a race does it again on what is stored by then; a refusal
 * leaves nothing behind. Throws what `work` throws, `StoreError`, and `TRADE_CONTESTED` when it never wins.
 */
export async function transact<Result>(
  parts: TradeParts,
  { key, by, holds = [] }: Transaction,
  work: (trade: Trade) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const go = (): Promise<Result | Refusal> => attempt(parts, { key, by }, work);
  return parts.inLine && holds.length > 0 ? parts.inLine(holds, go) : go();
}

type Transaction = Pick<Trade, 'key' | 'by'> & {
  /** Documents (`kind/id`) that many may want to change at the same moment, as `Action.holds`. */
  readonly holds?: readonly string[];
};

async function attempt<Result>(
  parts: TradeParts,
  { key, by }: Pick<Trade, 'key' | 'by'>,
  work: (trade: Trade) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const staging = createStaging(parts.store, []);
    const { catalog, shop, clock } = parts;
    const trade = { store: staging.reader, stage: staging.stage, catalog, shop, key, by };
    const result = await work({ ...trade, rules: parts.rules(), now: clock.now() });
    const writes = staging.writes();
    if (isRefusal(result) || writes.length === 0) return result;
    if ((await parts.store.commit(writes)) === 'committed') return result;
  }
  throw new TradeContested();
}

class TradeContested extends Error {
  override readonly name = 'TradeContested';
  readonly code = 'TRADE_CONTESTED';
}
