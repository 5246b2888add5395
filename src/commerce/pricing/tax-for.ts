import type { Money } from '../../catalog/money.ts';
import type { Product } from '../../catalog/product.ts';
import type { Destination } from '../address.ts';
import { percentOf, percentWithin } from '../money/percent.ts';
import { nothing, sumOf } from '../money/reckon.ts';
import { sharesWord } from '../rules/products-match.ts';
import type { TaxRate } from '../rules/tax.ts';
import { placeFits } from '../shipping/place-fits.ts';
import { withKnownRegion } from '../shipping/regions.ts';
import type { QuotedTax } from './quote.ts';

/** Something with its tax; `rate` is `null` where there is none. */
export interface Taxed {
  readonly base: Money;
  readonly tax: Money;
  readonly rate: TaxRate | null;
}

/** The first rate that fits the goods and the place. `destination` `null`: not known, so nothing is due yet. */
export function goodsRate(
  rates: readonly TaxRate[],
  { category }: Product,
  destination: Destination | null,
): TaxRate | null {
  const here = ratesFor(rates, destination);
  return here.find(({ categories }) => sharesWord(categories, category)) ?? null;
}

/** On a delivery and on a fee there is the place's first rate for everything, when it says so. */
export function chargeRate(rates: readonly TaxRate[], destination: Destination | null): TaxRate | null {
  const rate = ratesFor(rates, destination).find(({ categories }) => categories === null);
  return rate?.shipping ? rate : null;
}

function ratesFor(rates: readonly TaxRate[], destination: Destination | null): readonly TaxRate[] {
  if (destination === null) return [];
  const known = withKnownRegion(destination);
  return rates.filter((rate) => placeFits(rate, known));
}

/** Rounded here, once for each line and charge, half a cent up: the sums are sums of rounded amounts. */
export function taxOn(base: Money, rate: TaxRate | null, included: boolean): Taxed {
  if (rate === null) return { base, rate, tax: nothing(base.currency) };
  return { base, rate, tax: included ? percentWithin(base, rate.percent) : percentOf(base, rate.percent) };
}

/** One for each rate, in the order in which they are met. */
export function taxSums(all: readonly Taxed[], included: boolean, currency: string): readonly QuotedTax[] {
  const rates = [...new Set(all.flatMap(({ rate }) => rate ?? []))];
  return rates.map((rate) => {
    const own = all.filter((each) => each.rate === rate);
    const base = sumOf(
      own.map((each) => each.base),
      currency,
    );
    const amount = sumOf(
      own.map((each) => each.tax),
      currency,
    );
    return { label: rate.label, percent: rate.percent, base, amount, included };
  });
}
