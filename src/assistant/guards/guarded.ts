import type { Clock } from '../../runtime/clock.ts';
import type { Log } from '../../runtime/log.ts';
import type { Store } from '../../storage/store.ts';
import type { LanguageModel } from '../language-model.ts';
import type { ModelPrices } from './model-prices.ts';
import type { Moderation } from './moderation.ts';
import { personalOf } from './redaction/personal-of.ts';
import { withBackOff } from './with-back-off.ts';
import { withBreaker } from './with-breaker.ts';
import { type BudgetLimits, withBudget } from './with-budget.ts';
import { withLedger } from './with-ledger.ts';
import { withModeration } from './with-moderation.ts';
import { withRedaction } from './with-redaction.ts';

export interface GuardParts {
  readonly store: Pick<Store, 'get' | 'getMany' | 'find' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly shop: { readonly timeZone: string; readonly country: string };
  readonly settings: GuardSettings;
  /** `null`: nobody looks. */
  readonly moderation: Moderation | null;
}

export interface GuardSettings {
  readonly limits: BudgetLimits;
  readonly prices: ModelPrices;
  readonly withoutModeration: 'go-on' | 'refuse';
}

const breaking = { most: 5, mostTimeouts: 2, restMs: 60_000 };
const backingOff = { mostRetries: 2, firstPauseMs: 500, longestPauseMs: 8_000 };

/**
 * From the outside to the inside:
 * 1. redaction, so that nothing behind it, kept or sent, tells who somebody is;
 * 2. the ledger: what is answered out of it costs nothing, and what any guard behind it refuses stands in it;
 * 3. moderation, which gets the redacted words and neither rests nor counts as the model does;
 * 4. the breaker: a resting model uses no budget, and a call counts as failed once, after its last attempt;
 * 5. the budget: put aside once for all attempts, and settled when the last one is over;
 * 6. back-off, next to the model, which alone is asked again.
 */
export function guarded(model: LanguageModel, { settings, moderation, shop, ...parts }: GuardParts): LanguageModel {
  const { store, clock, log } = parts;
  const { limits, prices, withoutModeration } = settings;
  const patient = withBackOff(model, { clock, ...backingOff });
  const budgeted = withBudget(patient, { ...parts, timeZone: shop.timeZone, limits, prices });
  const spared = withBreaker(budgeted, { clock, ...breaking });
  const moderated = moderation ? withModeration(spared, { moderation, log, whenDown: withoutModeration }) : spared;
  const kept = withLedger(moderated, { ...parts, prices });
  return withRedaction(kept, { personalOf: (customer) => personalOf(store, customer), country: shop.country });
}
