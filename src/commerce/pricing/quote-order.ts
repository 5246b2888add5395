import type { Money } from '../../catalog/money.ts';
import type { ShopFacts } from '../../dialog/book.ts';
import type { Destination } from '../address.ts';
import { minus, nothing, sumOf, times } from '../money/reckon.ts';
import { dayAt } from '../rules/days.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import { type Chosen, chooseDiscounts } from './choose-discounts.ts';
import { explain } from './explain.ts';
import type { Quote, QuotedCharge, QuoteLine } from './quote.ts';
import type { QuoteInput, QuoteInputLine } from './quote-input.ts';
import { chargeRate, goodsRate, type Taxed, taxOn, taxSums } from './tax-for.ts';

type QuoteRules = Pick<ShopRules, 'coupons' | 'tax'>;

/**
 * What an order costs, and why. Pure: the same input gives the same quote. Throws `MoneyMixed` when goods, rules, delivery and fee
 * are not in one currency.
 */
export function quoteOrder(
  input: QuoteInput,
  rules: QuoteRules,
  shop: Pick<ShopFacts, 'currency' | 'country' | 'timeZone'>,
): Quote {
  const currency = input.lines[0]?.variant.price.currency ?? shop.currency;
  const totals = input.lines.map(({ variant, quantity }) => times(variant.price, quantity));
  const chosen = chooseDiscounts({
    lines: input.lines,
    totals,
    currency,
    today: dayAt(shop.timeZone, input.now),
    shipping: input.shipping,
    codes: input.coupons,
    uses: input.uses,
    rules: rules.coupons,
  });
  const home = { country: shop.country, region: null, postcode: null };
  const destination = input.destination ?? (rules.tax.prices_include_tax ? home : null);
  return priced({ input, totals, chosen, currency, tax: rules.tax, destination });
}

interface Pricing {
  readonly input: QuoteInput;
  readonly totals: readonly Money[];
  readonly chosen: Chosen;
  readonly currency: string;
  readonly tax: QuoteRules['tax'];
  /** For taxes. Prices that have them in are the home country's until it is known where it goes. */
  readonly destination: Destination | null;
}

function priced(pricing: Pricing): Quote {
  const { input, chosen, currency, tax } = pricing;
  const lines = pricedLines(pricing);
  const charges = pricedCharges(pricing);
  const parts = {
    currency,
    lines: lines.map(({ line }) => line),
    subtotal: sumOf(pricing.totals, currency),
    discounts: chosen.taken.discounts,
    shipping: input.shipping,
    taxes: taxSums(
      [...lines, ...charges].map(({ taxed }) => taxed),
      tax.prices_include_tax,
      currency,
    ),
    charges: charges.map(({ charge }) => charge),
    acceptedCoupons: chosen.accepted,
    refusedCoupons: chosen.refused,
  };
  const explanation = explain(parts);
  return {
    ...parts,
    explanation,
    total: sumOf(
      explanation.map(({ amount }) => amount),
      currency,
    ),
  };
}

interface PricedLine {
  readonly line: QuoteLine;
  readonly taxed: Taxed;
}

function pricedLines({ input, totals, chosen, tax, destination, currency }: Pricing): readonly PricedLine[] {
  return input.lines.map((given, index) => {
    const total = totals[index] ?? nothing(currency);
    const left = chosen.taken.left[index] ?? total;
    const taxed = taxOn(left, goodsRate(tax.rates, given.product, destination), tax.prices_include_tax);
    return { taxed, line: { ...lineOf(given), total, discount: minus(total, left), tax: taxed.tax } };
  });
}

function lineOf({ product, variant, quantity }: QuoteInputLine): Omit<QuoteLine, 'total' | 'discount' | 'tax'> {
  const { sku, options, price: unit, was } = variant;
  const list = was !== undefined && was.currency === unit.currency && was.amount > unit.amount ? was : unit;
  return { sku, product: product.id, title: product.title, options, quantity, unit, list };
}

interface PricedCharge {
  readonly charge: QuotedCharge;
  readonly taxed: Taxed;
}

function pricedCharges(pricing: Pricing): readonly PricedCharge[] {
  const { shipping, fee } = pricing.input;
  const left = pricing.chosen.taken.shippingLeft;
  return [
    ...(shipping === null ? [] : [chargeOf('shipping', { ...shipping, left: left ?? shipping.price }, pricing)]),
    ...(fee === null || fee.price.amount === 0 ? [] : [chargeOf('fee', { ...fee, left: fee.price }, pricing)]),
  ];
}

function chargeOf(
  kind: QuotedCharge['kind'],
  { label, price, left }: { readonly label: string; readonly price: Money; readonly left: Money },
  { tax, destination }: Pricing,
): PricedCharge {
  const taxed = taxOn(left, chargeRate(tax.rates, destination), tax.prices_include_tax);
  return { taxed, charge: { kind, label, price, discount: minus(price, left), tax: taxed.tax } };
}
