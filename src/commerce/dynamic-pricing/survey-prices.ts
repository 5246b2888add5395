import type { Product, Variant } from '../../catalog/product.ts';
import type { Stored, StoreReader, Write } from '../../storage/store.ts';
import { lineLabel } from '../cart.ts';
import type { DynamicPriceRules } from '../rules/dynamic-prices.ts';
import { type CompetitorPrices, competitorPrice } from './competitor-prices.ts';
import { decidePrice } from './decide-price.ts';
import type { Demand } from './demand.ts';
import { isOfBase, type MovingPrice, movingPriceBody, movingPriceOf, withStep } from './moving-price.ts';
import { isMoving } from './moving-products.ts';
import { type PriceChange, priceChangeBody } from './price-change.ts';
import type { Moment } from './price-facts.ts';
import { heldUntil } from './price-hold.ts';

/** All that prices are reckoned from, beside the products themselves. */
export interface PriceSurvey {
  readonly rules: DynamicPriceRules;
  readonly demand: Demand;
  readonly competitors: CompetitorPrices['prices'];
  readonly moment: Moment;
  /** Epoch milliseconds. */
  readonly now: number;
  /** For amounts in reasons. */
  readonly locale: string;
}

/** What has to be written about a price. */
export interface DuePrice {
  /** `null`: it costs the same as before. */
  readonly change: PriceChange | null;
  readonly writes: readonly Write[];
}

/** Which prices of these products have to move now. Reads; writes nothing. */
export async function surveyPrices(
  store: Pick<StoreReader, 'getMany'>,
  products: readonly Product[],
  survey: PriceSurvey,
): Promise<readonly DuePrice[]> {
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  const stored = new Map((await store.getMany('price', [...new Set(skus)])).map((one) => [one.id, one]));
  return products.flatMap((product) =>
    product.variants.flatMap(
      (variant) => duePrice(survey, { product, variant, stored: stored.get(variant.sku) }) ?? [],
    ),
  );
}

interface Surveyed {
  readonly product: Product;
  readonly variant: Variant;
  readonly stored: Stored | undefined;
}

function duePrice(survey: PriceSurvey, { product, variant, stored }: Surveyed): DuePrice | null {
  if (!isMoving(survey.rules, product, variant)) return stored === undefined ? null : retired(stored, survey.now);
  const before = stored === undefined ? null : movingPriceOf(stored.body);
  const from = before !== null && isOfBase(before, variant.price) ? before.price : variant.price;
  const next = nextPrice(survey, { product, variant, before });
  if (next.price.amount === from.amount) return null;
  const { sku } = variant;
  const write = { kind: 'price', id: sku, revision: stored?.revision ?? 0, body: movingPriceBody(next) } as const;
  return withLog({ ...next, sku, from, to: next.price }, write);
}

/** It costs what the catalogue says from now on. */
export function retired({ id, revision, body }: Stored, now: number): DuePrice {
  const { product, title, base, price } = movingPriceOf(body);
  const write = { kind: 'price', id, revision, body: null } as const;
  if (price.amount === base.amount) return { change: null, writes: [write] };
  const reason = 'its price does not move any more';
  return withLog({ sku: id, product, title, from: price, to: base, rule: null, reason, at: now }, write);
}

function withLog({ sku, product, title, from, to, rule, reason, at }: PriceChange, write: Write): DuePrice {
  const change = { sku, product, title, from, to, rule, reason, at };
  const log = { kind: 'price-change', id: `${sku}/${at}`, revision: 0, body: priceChangeBody(change) } as const;
  return { change, writes: [write, log] };
}

function nextPrice(
  { rules, demand, competitors, moment, now, locale }: PriceSurvey,
  { product, variant, before }: { product: Product; variant: Variant; before: MovingPrice | null },
): MovingPrice {
  const competitor = competitorPrice(product, variant, { attribute: rules.competitor_attribute, prices: competitors });
  const facts = { stock: variant.stock, sold: (days: number) => demand(variant.sku, days), competitor, moment };
  const decision = decidePrice(rules, { product, variant, facts, before }, locale);
  const same = before !== null && isOfBase(before, variant.price) ? before : null;
  const step = { amount: (same?.price ?? variant.price).amount, until: now };
  const steps = withStep(same?.steps ?? [], step, now - heldUntil(0, rules.hold_hours));
  const title = lineLabel({ title: product.title, options: variant.options });
  return { ...decision, product: product.id, title, base: variant.price, day: moment.day, steps, at: now };
}
