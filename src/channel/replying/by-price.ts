import { trimmed } from './by-label.ts';
import type { Comparable, ComparableChoice } from './comparable.ts';
import { cheapest } from './reply-vocabulary.ts';

/** "The cheapest" of choices that all tell their price: "Standard, $4.90". Several when they cost the same. */
export function byPrice(reply: Comparable, choices: readonly ComparableChoice[]): readonly ComparableChoice[] {
  const said = trimmed(reply.words).filter((word) => !mere.has(word));
  if (choices.length < 2 || said.length !== 1 || !cheapest.has(said[0] ?? '')) return [];
  const prices = choices.map(priceOf);
  const least = Math.min(...prices);
  return prices.every(Number.isFinite) ? choices.filter((_, index) => prices[index] === least) : [];
}

/** "The cheapest delivery", "la más barata". */
const mere: ReadonlySet<string> = new Set(['mas', 'mais', 'delivery', 'shipping', 'envio', 'versand']);

/** What stands behind the last comma and blank, in its smallest unit; the amounts of one menu have equally many decimals. */
function priceOf({ choice: { label } }: ComparableChoice): number {
  const amount = label.slice(label.lastIndexOf(', ') + 1);
  const digits = /\p{Sc}/u.test(amount) && label.includes(', ') ? amount.replace(/\D/gu, '') : '';
  return digits === '' ? Number.NaN : Number(digits);
}
