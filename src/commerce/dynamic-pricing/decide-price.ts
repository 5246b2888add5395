import { formatMoney } from '../../catalog/format-money.ts';
import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import { percentOf } from '../money/percent.ts';
import type { DynamicPriceRules, PriceMove } from '../rules/dynamic-prices.ts';
import { type FittingRule, fittingRule } from './fitting-rule.ts';
import { isOfBase, type MovingPrice } from './moving-price.ts';
import { limitsOf } from './moving-products.ts';
import type { PriceFacts } from './price-facts.ts';
import { type Settled, settlePrice } from './settle-price.ts';

export interface PriceCase {
  readonly product: Product;
  readonly variant: Variant;
  readonly facts: PriceFacts;
  /** What is stored for this SKU. */
  readonly before: MovingPrice | null;
}

/** What a SKU is to cost. */
export interface Decision {
  readonly price: Money;
  /** The rule's name; `null` where none fits. */
  readonly rule: string | null;
  /** In words, for the merchant. */
  readonly reason: string;
  /** The price in minor units with which the day began. */
  readonly opened: number;
}

/** By the rules as they are: the same facts always give the same price. `locale`: for amounts in the reason. */
export function decidePrice(rules: DynamicPriceRules, given: PriceCase, locale: string): Decision {
  const { product, variant, facts } = given;
  const base = variant.price;
  const opened = openedAt(given);
  const limits = limitsOf(rules, product, variant);
  if (limits === null)
    return { price: base, rule: null, reason: 'no price is between the floor and the ceiling', opened };
  const fitting = fittingRule(rules, given, facts);
  const wanted = fitting === null ? base.amount : wantedBy(fitting.rule.change, base, facts.competitor);
  const most = rules.most_change_per_day;
  const day = most === null ? null : { opened, most: percentOf(base, most).amount };
  const settled = settlePrice(wanted, { limits, day, ending: fitting === null ? null : rules.ending });
  const price = { ...base, amount: settled.amount };
  return {
    price,
    rule: fitting?.rule.name ?? null,
    reason: reasonOf(fitting, settled, { base, price, locale }),
    opened,
  };
}

function openedAt({ variant, facts, before }: PriceCase): number {
  if (before === null || !isOfBase(before, variant.price)) return variant.price.amount;
  return before.day === facts.moment.day ? before.opened : before.price.amount;
}

function wantedBy(move: PriceMove, base: Money, competitor: Money | null): number {
  const from = move.of === 'competitor' ? (competitor ?? base) : base;
  if ('amount' in move) return move.amount.currency === base.currency ? from.amount + move.amount.amount : from.amount;
  return from.amount + percentOf(from, move.percent).amount;
}

interface Told {
  readonly base: Money;
  readonly price: Money;
  readonly locale: string;
}

/** `3 in stock, below 5: +5% on $100.00; no further in one day`. */
function reasonOf(fitting: FittingRule | null, { heldBy }: Settled, { base, locale }: Told): string {
  const on = formatMoney(base, locale);
  const rule = fitting === null ? `no rule fits: back to the base price, ${on}` : ruleWords(fitting, on, locale);
  switch (heldBy) {
    case null:
      return rule;
    case 'floor':
      return `${rule}; not below the floor`;
    case 'ceiling':
      return `${rule}; not above the ceiling`;
    case 'day':
      return `${rule}; no further in one day`;
  }
}

function ruleWords({ rule, because }: FittingRule, base: string, locale: string): string {
  const change = changeWords(rule.change, base, locale);
  return because === '' ? change : `${because}: ${change}`;
}

function changeWords(move: PriceMove, base: string, locale: string): string {
  if ('amount' in move) return `${move.amount.amount < 0 ? '' : '+'}${formatMoney(move.amount, locale)} on ${base}`;
  if (move.of === 'base') return `${signed(move.percent)} on ${base}`;
  return move.percent === 0 ? 'as the competitor' : `${signed(move.percent)} on the competitor’s price`;
}

function signed(percent: number): string {
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`;
}
