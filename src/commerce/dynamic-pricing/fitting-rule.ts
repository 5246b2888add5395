import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import { percentOf } from '../money/percent.ts';
import type { DynamicPriceRules, PriceRule } from '../rules/dynamic-prices.ts';
import { matchesProduct } from '../rules/products-match.ts';
import type { Moment, PriceFacts } from './price-facts.ts';

export interface FittingRule {
  readonly rule: PriceRule;
  /** Why it fits, in words: `3 in stock, below 5`; empty for a rule without conditions. */
  readonly because: string;
}

/** The first rule whose conditions all fit. */
export function fittingRule(
  { rules }: Pick<DynamicPriceRules, 'rules'>,
  { product, variant }: { readonly product: Product; readonly variant: Variant },
  facts: PriceFacts,
): FittingRule | null {
  for (const rule of rules) {
    if (!matchesProduct(rule, product, variant)) continue;
    if (rule.change.of === 'competitor' && facts.competitor === null) continue;
    const reasons = conditionsOf(rule, variant.price, facts);
    if (!reasons.includes(null)) return { rule, because: reasons.join(', ') };
  }
  return null;
}

/** Each condition in words, `null` where it does not hold. */
function conditionsOf({ when = {} }: PriceRule, base: Money, facts: PriceFacts): readonly (string | null)[] {
  const { stock, sold, weekdays, hours, from, to, competitor_cheaper_by: cheaper } = when;
  const { moment } = facts;
  const reasons: (string | null)[] = [];
  if (stock) reasons.push(facts.stock === null ? null : between(facts.stock, stock, 'in stock'));
  if (sold) reasons.push(between(facts.sold(sold.days), sold, `sold in ${sold.days} days`));
  if (weekdays) reasons.push(weekdays.includes(moment.weekday) ? `it is ${moment.weekday}` : null);
  if (hours) reasons.push(isWithin(moment, hours) ? `it is between ${hours.from} and ${hours.to}` : null);
  if (from) reasons.push(moment.day >= from ? `from ${from}` : null);
  if (to) reasons.push(moment.day <= to ? `until ${to}` : null);
  if (cheaper) reasons.push(undercut(base, cheaper.percent, facts.competitor));
  return reasons;
}

interface Range {
  readonly below?: number | undefined;
  readonly above?: number | undefined;
}

function between(value: number, { below, above }: Range, what: string): string | null {
  if (below !== undefined && value >= below) return null;
  if (above !== undefined && value <= above) return null;
  const limits = [above === undefined ? [] : `above ${above}`, below === undefined ? [] : `below ${below}`].flat();
  return `${value} ${what}, ${limits.join(' and ')}`;
}

/** Hours may go over midnight. */
function isWithin({ time }: Moment, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from < to ? from <= time && time < to : from <= time || time < to;
}

function undercut(base: Money, percent: number, competitor: Money | null): string | null {
  if (competitor === null) return null;
  const difference = base.amount - competitor.amount;
  return difference >= percentOf(base, percent, 'down').amount && difference > 0
    ? `a competitor is at least ${percent}% cheaper`
    : null;
}
