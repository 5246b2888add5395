import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import type { ShopFacts } from '../../dialog/book.ts';
import { percentOf } from '../money/percent.ts';
import { minus } from '../money/reckon.ts';
import { dayAt, runs } from '../rules/days.ts';
import type { PriceRules } from '../rules/prices.ts';
import { matchesProduct } from '../rules/products-match.ts';

export interface Offer {
  readonly price: Money;
  /** What it cost before, when that was more. */
  readonly was?: Money;
}

export interface OfferQuestion {
  readonly rules: { readonly prices: PriceRules };
  readonly shop: Pick<ShopFacts, 'timeZone'>;
  /** That the merchant has put this customer into. */
  readonly group: string | null;
  /** Where it goes; `null`: not known. */
  readonly country: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What one piece costs this shopper by price lists and dated sales: of the lists that fit them the first that has the SKU, and off
 * that the sale that makes it cheapest. Lists and amounts in another currency than the product's do not fit it.
 */
export function offerFor(product: Product, variant: Variant, question: OfferQuestion): Offer {
  const listed = listPrice(variant, question);
  const base = listed ?? variant.price;
  const best = bestSale(product, { ...variant, price: base }, question);
  if (best !== null && best.amount < base.amount) return { price: best, was: base };
  const was = listed === null ? variant.was : undefined;
  return was !== undefined && was.amount > base.amount ? { price: base, was } : { price: base };
}

export function listPrice({ sku, price }: Variant, { rules, group, country }: OfferQuestion): Money | null {
  const fitting = rules.prices.lists.filter(
    ({ countries, groups }) => includes(countries, country) && includes(groups, group),
  );
  const listed = fitting.flatMap(({ prices }) => (Object.hasOwn(prices, sku) ? (prices[sku] ?? []) : []));
  return listed.find(({ currency }) => currency === price.currency) ?? null;
}

/** `null` wants nothing; what is not known fits no wish. */
function includes(wanted: readonly string[] | null, own: string | null): boolean {
  return wanted === null || (own !== null && wanted.includes(own));
}

function bestSale(product: Product, variant: Variant, { rules, shop, now }: OfferQuestion): Money | null {
  if (rules.prices.sales.length === 0) return null;
  const today = dayAt(shop.timeZone, now);
  const running = rules.prices.sales.filter(
    (sale) => runs(sale, today) === 'now' && matchesProduct(sale, product, variant),
  );
  const prices = running.flatMap((sale) => salePrice(variant.price, sale) ?? []);
  return prices.reduce<Money | null>((best, each) => (best === null || each.amount < best.amount ? each : best), null);
}

function salePrice(price: Money, { percent, amount }: PriceRules['sales'][number]): Money | null {
  if (percent !== undefined) return minus(price, percentOf(price, percent));
  if (amount === undefined || amount.currency !== price.currency) return null;
  return { ...price, amount: Math.max(0, price.amount - amount.amount) };
}
