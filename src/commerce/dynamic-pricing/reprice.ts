import { walkProducts } from '../../catalog/product-walk.ts';
import type { ShopFacts } from '../../dialog/book.ts';
import type { JobRun } from '../../jobs/jobs.ts';
import type { Store } from '../../storage/store.ts';
import { walkKind } from '../../storage/walk-kind.ts';
import type { DynamicPriceRules } from '../rules/dynamic-prices.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import type { CompetitorPrices } from './competitor-prices.ts';
import { readDemand } from './demand.ts';
import type { PriceChange } from './price-change.ts';
import { momentIn } from './price-facts.ts';
import { type DuePrice, type PriceSurvey, retired, surveyPrices } from './survey-prices.ts';

export interface RepriceParts {
  readonly store: Store;
  readonly clock: { now(): number };
  readonly shop: Pick<ShopFacts, 'timeZone' | 'locale'>;
  readonly rules: () => ShopRules;
  /** The file that a merchant keeps of them, as it is now. */
  readonly competitors: () => Promise<CompetitorPrices>;
}

const minuteMs = 60_000;
/** Another process at the same work wins a page at most a few times; whoever loses finds it done. */
const mostTries = 5;
/** Products whose prices are written at once. */
const pageSize = 100;

/** The errand `reprice`: moves what has to move, logs each change with its reason, and comes again. */
export function createReprice(parts: RepriceParts): JobRun {
  return async () => {
    const { every_minutes: minutes } = parts.rules()['dynamic-prices'];
    await moveDuePrices(parts);
    return { again: parts.clock.now() + minutes * minuteMs };
  };
}

/** Gives what has moved. Where another process moved a price first, that one counts and this one tells nothing of it. */
export async function moveDuePrices(parts: RepriceParts): Promise<readonly PriceChange[]> {
  const changes: PriceChange[] = [];
  for await (const due of duePages(parts)) changes.push(...(await commitPage(parts.store, due)));
  return changes;
}

/** What would move now; nothing is written. */
export async function dueChanges(parts: RepriceParts): Promise<readonly PriceChange[]> {
  const changes: PriceChange[] = [];
  for await (const due of duePages(parts)) changes.push(...changesOf(await due()));
  return changes;
}

/** Reckons some prices anew whenever it is called. */
type DuePage = () => Promise<readonly DuePrice[]>;

async function* duePages(parts: RepriceParts): AsyncGenerator<DuePage> {
  const { store, clock } = parts;
  const rules = parts.rules()['dynamic-prices'];
  if (!rules.on) return yield* retiringPages(parts);
  const survey = await beginSurvey(parts, rules);
  for await (const products of walkProducts(store, { pageSize })) {
    yield () => surveyPrices(store, products, { ...survey, now: clock.now() });
  }
}

/** Nothing moves any more: what has moved goes back, and the catalogue is left alone. */
async function* retiringPages({ store, clock }: RepriceParts): AsyncGenerator<DuePage> {
  for await (const page of walkKind(store, 'price', { pageSize })) {
    const ids = page.map(({ id }) => id);
    yield async () => (await store.getMany('price', ids)).map((stored) => retired(stored, clock.now()));
  }
}

async function beginSurvey(
  { store, clock, shop, competitors }: RepriceParts,
  rules: DynamicPriceRules,
): Promise<PriceSurvey> {
  const now = clock.now();
  const days = [...new Set(rules.rules.flatMap(({ when }) => when?.sold?.days ?? []))];
  const [demand, { prices }] = await Promise.all([readDemand(store, { days, now }), competitors()]);
  return { rules, demand, competitors: prices, moment: momentIn(shop.timeZone, now), now, locale: shop.locale };
}

async function commitPage(store: Store, page: DuePage): Promise<readonly PriceChange[]> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const due = await page();
    if (due.length === 0) return [];
    if ((await store.commit(due.flatMap(({ writes }) => writes))) === 'committed') return changesOf(due);
  }
  return [];
}

function changesOf(due: readonly DuePrice[]): readonly PriceChange[] {
  return due.flatMap(({ change }) => change ?? []);
}
