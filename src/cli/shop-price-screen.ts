import pc from 'picocolors';
import { formatMoney } from '../catalog/format-money.ts';
import type { Money } from '../catalog/money.ts';
import type { Variant } from '../catalog/product.ts';
import type { Destination } from '../commerce/address.ts';
import type { Quote, RefusedCoupon } from '../commerce/pricing/quote.ts';
import type { DeliveryOption } from '../commerce/shipping/delivery-options.ts';

export interface PriceFacts {
  readonly quote: Quote;
  readonly variant: Variant;
  /** How many the product has. */
  readonly variants: number;
  readonly place: Destination | null;
  /** How it could get there. */
  readonly ways: readonly DeliveryOption[];
  readonly delivery: DeliveryOption | null;
  readonly locale: string;
}

interface Row {
  readonly label: string;
  readonly amount: string;
  /** Beside it, for whoever wonders. */
  readonly note: string;
}

/** What is paid, line by line as a bill, and what else is worth knowing. */
export function priceScreen(facts: PriceFacts, coloured: boolean): string {
  const colours = pc.createColors(coloured);
  const rows = rowsOf(facts);
  const sum = { label: 'Total', amount: money(facts.quote.total, facts), note: includedNote(facts) };
  const labels = Math.max(...[...rows, sum].map(({ label }) => label.length));
  const amounts = Math.max(...[...rows, sum].map(({ amount }) => amount.length));
  const row = ({ label, amount, note }: Row, paint = (text: string) => text) =>
    `  ${paint(`${label.padEnd(labels)}   ${amount.padStart(amounts)}`)}${note === '' ? '' : `   ${colours.dim(note)}`}`;
  const rule = `  ${colours.dim('─'.repeat(labels + amounts + 3))}`;
  const notes = notesOf(facts).map((note) => `${colours.yellow('•')} ${note}`);
  const bill = ['', ...rows.map((each) => row(each)), rule, row(sum, colours.bold), ''];
  return `${[...bill, ...notes, ...(notes.length > 0 ? [''] : [])].join('\n')}\n`;
}

function rowsOf(facts: PriceFacts): readonly Row[] {
  const { quote } = facts;
  const notes = [
    ...quote.lines.map((line) => lineNote(line, facts)),
    ...quote.discounts.map(({ kind, id }) => (kind === 'coupon' ? `coupon ${id}` : 'promotion')),
    ...(facts.delivery === null ? [] : [days(facts.delivery)]),
  ];
  return quote.explanation.map(({ label, amount }, index) => ({
    label,
    amount: money(amount, facts),
    note: notes[index] ?? '',
  }));
}

function lineNote({ quantity, unit, list, sku }: Quote['lines'][number], facts: PriceFacts): string {
  const each = quantity === 1 ? '' : `${money(unit, facts)} each, `;
  const was = list.amount > unit.amount ? `was ${money(list, facts)}, ` : '';
  return `${each}${was}SKU ${sku}`;
}

function days({ earliest, latest }: DeliveryOption): string {
  return earliest === latest ? `there on ${earliest}` : `there ${earliest} to ${latest}`;
}

function includedNote(facts: PriceFacts): string {
  const included = facts.quote.taxes.filter(({ included: within }) => within);
  return included.map(({ label, percent, amount }) => `${label} ${percent}% in it: ${money(amount, facts)}`).join(', ');
}

function notesOf(facts: PriceFacts): readonly string[] {
  const { quote, place, ways, delivery, variants } = facts;
  const others = ways.filter((way) => way !== delivery).map((way) => `${way.id} (${money(way.price, facts)})`);
  return [
    ...quote.refusedCoupons.map((coupon) => refusedWords(coupon, facts)),
    ...(place === null ? ['Without --to there is no delivery and no tax in it.'] : []),
    ...(place !== null && ways.length === 0 ? ['Nothing is delivered there.'] : []),
    ...(others.length > 0 ? [`Other ways with --delivery: ${others.join(', ')}.`] : []),
    ...(variants > 1 ? [`The product has ${variants} variants; this is ${facts.variant.sku}.`] : []),
  ];
}

function refusedWords({ code, why, minimum }: RefusedCoupon, facts: PriceFacts): string {
  return `Coupon ${code} does not count: ${reason(why, minimum, facts)}.`;
}

function reason(why: RefusedCoupon['why'], minimum: Money | null, facts: PriceFacts): string {
  switch (why) {
    case 'unknown':
      return 'there is none of this code';
    case 'expired':
      return 'its last day is over';
    case 'not-yet':
      return 'its first day is still to come';
    case 'minimum':
      return minimum === null ? 'the goods cost too little' : `the goods must cost ${money(minimum, facts)} at least`;
    case 'used':
      return 'it was used as often as it may be';
    case 'spent':
      return 'what is left of its budget does not reach';
    case 'not-these':
      return 'it is not about these goods';
    case 'not-together':
      return 'it does not go together with the other discounts';
  }
}

function money(amount: Money, { locale }: Pick<PriceFacts, 'locale'>): string {
  return formatMoney(amount, locale);
}
