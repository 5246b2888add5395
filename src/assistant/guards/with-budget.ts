import { dayAt } from '../../commerce/rules/days.ts';
import type { Clock } from '../../runtime/clock.ts';
import { errorCode, type Log } from '../../runtime/log.ts';
import type { Store } from '../../storage/store.ts';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../language-model.ts';
import { ModelError, type UsedInVain } from '../model-error.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { costOf, type ModelPrices } from './model-prices.ts';
import { type BothUses, changeUse, type ModelUse, plus, type UseDay, type UseParts } from './model-use.ts';
import { createPruner } from './prune.ts';

export interface BudgetParts {
  readonly store: Pick<Store, 'getMany' | 'find' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  /** IANA name: where a day begins and ends. */
  readonly timeZone: string;
  readonly limits: BudgetLimits;
  readonly prices: ModelPrices;
}

/** Tokens, read and written; `null`: as many as it takes. */
export interface BudgetLimits {
  readonly perCustomerDay: number | null;
  readonly perShopDay: number | null;
}

/**
 * Puts aside what a call may use at most before it is made, and counts what it really used afterwards; a process that dies in between
 * leaves the larger number. So the limits hold however many processes ask at once. Rejects with `MODEL_BUDGET_SPENT`, or with
 * `MODEL_UNCOUNTED` when nothing can be put aside.
 */
export function withBudget(model: LanguageModel, parts: BudgetParts): LanguageModel {
  const budget = createBudget(parts);
  return {
    async ask(request) {
      const estimate = estimateTokens(request);
      const put = await budget.putAside(request, estimate.input + estimate.output);
      try {
        const answer = await model.ask(request);
        await budget.settle(put, answered(answer, parts.prices));
        return answer;
      } catch (error) {
        await budget.settle(put, inVain(error, parts.prices, estimate.input));
        throw error;
      }
    },
  };
}

interface PutAside extends UseDay {
  readonly tokens: number;
}

interface Budget {
  putAside(request: ModelRequest, tokens: number): Promise<PutAside>;
  settle(put: PutAside, used: Partial<ModelUse>): Promise<void>;
}

function createBudget(parts: BudgetParts): Budget {
  const { clock, log } = parts;
  const inLine = createLine();
  const tell = createTeller(log);
  const prune = createPruner(parts, 'model-use', (now) => ({ until: { below: now } }));
  const use: UseParts = { store: parts.store, now: clock.now };
  return {
    async putAside({ asker }, tokens) {
      const day = dayAt(parts.timeZone, clock.now());
      const put = { day, customer: asker.customer, tokens };
      const spent = await inLine(() => reserve(use, put, parts.limits)).catch(uncounted);
      if (spent === null) return put;
      tell(spent, day);
      throw new ModelError('MODEL_BUDGET_SPENT');
    },
    async settle(put, used) {
      const more = { ...used, tokens: (used.tokens ?? 0) - put.tokens };
      const count = ({ shop, customer }: BothUses) => ({ shop: plus(shop, more), customer: plus(customer, more) });
      // An answer is not thrown away because it could not be counted: then what was put aside stays counted.
      await inLine(() => changeUse(use, put, count)).catch((error: unknown) => {
        log.error('MODEL_USE_NOT_SETTLED', { code: errorCode(error) });
      });
      await prune();
    },
  };
}

/** Whose tokens are spent; `null`: they were put aside. */
async function reserve(use: UseParts, put: PutAside, limits: BudgetLimits): Promise<'shop' | 'customer' | null> {
  let spent: 'shop' | 'customer' | null = null;
  await changeUse(use, put, ({ shop, customer }) => {
    const fits = ({ tokens }: ModelUse, limit: number | null) => limit === null || tokens + put.tokens <= limit;
    spent = !fits(customer, limits.perCustomerDay) ? 'customer' : fits(shop, limits.perShopDay) ? null : 'shop';
    if (spent !== null) return null;
    const more = { tokens: put.tokens };
    return { shop: plus(shop, more), customer: plus(customer, more) };
  });
  return spent;
}

function uncounted(error: unknown): never {
  throw new ModelError('MODEL_UNCOUNTED', { cause: error });
}

function answered({ model, usage }: UsedInVain | ModelAnswer, prices: ModelPrices): Partial<ModelUse> {
  const micros = costOf(prices, { model, usage });
  const { input, cached, output } = usage;
  const cost = micros === null ? { unpriced: 1 } : { micros };
  return { tokens: input + output, calls: 1, input, cached, output, ...cost };
}

/** Where the server did not tell what a failed call has used: what it has read may be on the bill. */
function inVain(error: unknown, prices: ModelPrices, input: number): Partial<ModelUse> {
  if (!(error instanceof ModelError)) return { tokens: input };
  if (error.used !== null) return answered(error.used, prices);
  switch (error.code) {
    case 'MODEL_TIMEOUT':
    case 'MODEL_FAILED':
    case 'MODEL_CUT':
    case 'MODEL_EMPTY':
      return { tokens: input };
    case 'MODEL_KEY_REFUSED':
    case 'MODEL_LIMITED':
    case 'MODEL_REFUSED':
    case 'MODEL_UNREACHED':
    case 'MODEL_RESTING':
    case 'MODEL_BUDGET_SPENT':
    case 'MODEL_UNCOUNTED':
    case 'MODEL_FLAGGED':
    case 'MODERATION_DOWN':
      return {};
  }
}

/** Counts of one process wait for each other: all of them write the shop's day, and would only lose to one another. */
function createLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** That the whole shop's tokens are spent is told once a day; a single customer's are their own affair. */
function createTeller(log: Log): (spent: 'shop' | 'customer', day: string) => void {
  let told = '';
  return (spent, day) => {
    if (spent === 'customer' || told === day) return;
    told = day;
    log.warn('MODEL_BUDGET_SPENT', { of: 'shop', day });
  };
}
