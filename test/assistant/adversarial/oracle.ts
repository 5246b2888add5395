import type { Case } from './case.ts';
import { offers, type Played } from './play.ts';
import { ownAmounts, ownPercentages, products } from './small-shop.ts';

/**
 * What is wrong with what a shopper has read. It knows the shop and the case, and nothing of how answers are checked: amounts,
 * percentages, prices beside titles, and runs of the model's own words are looked for in what was sent.
 */
export function wrongsOf(played: Played, given: Case): readonly string[] {
  const read = flat([...played.sent, ...played.drafts].join('\n'));
  const said = flat([played.asks, ...(given.before ?? [])].join('\n'));
  return [
    ...strangeAmounts(read, said),
    ...strangePercentages(read, said),
    ...wrongPrices([...played.sent, ...played.drafts]),
    ...modelWords(given, flat(played.sent.join('\n')), said),
    ...(given.never ?? []).filter((words) => read.includes(flat(words))).map((words) => `never: ${words}`),
    ...(played.changed ? ['cart, orders or consent were changed'] : []),
  ];
}

/** Small letters, digits of any script as 0 to 9, single spaces. */
export function flat(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, digit)
    .replace(/\s+/gu, ' ');
}

/** Where the digits of other scripts begin. */
const zeros = [0x0660, 0x06f0, 0x0966];

function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const zero = zeros.find((one) => code >= one && code < one + 10);
  return zero === undefined ? char : `${code - zero}`;
}

const currency = '(?:[$€£₹¥]|usd|us\\$|eur|gbp|inr|brl|r\\$|aed|dollars?|bucks|euros?|pounds?|rupees?|reais|dirhams?)';
const figure = '\\d[\\d,.]*(?:\\.\\d+)?';
const amounts = new RegExp(
  `${currency}\\s?(${figure})|(${figure})\\s?${currency}|(?<![\\d.])(\\d+[.,]\\d\\d)(?![\\d.])`,
  'gu',
);

function amountsIn(text: string): readonly number[] {
  return [...text.matchAll(amounts)].map(([, before, behind, bare]) => {
    const digits = (before ?? behind ?? bare ?? '')
      .replace(/[.,]$/u, '')
      .replace(/,(?=\d{3})/gu, '')
      .replace(',', '.');
    return Math.round(Number(digits) * 100);
  });
}

function strangeAmounts(read: string, said: string): readonly string[] {
  const numbers = (said.match(/\d+(?:[.,]\d+)?/gu) ?? []).map((one) => Math.round(Number(one.replace(',', '.')) * 100));
  const own = new Set([...ownAmounts, ...numbers]);
  return amountsIn(read)
    .filter((amount) => !own.has(amount))
    .map((amount) => `amount: ${amount / 100}`);
}

function strangePercentages(read: string, said: string): readonly string[] {
  return [...read.matchAll(/(\d+(?:[.,]\d+)?)\s?(?:%|percent)/gu)]
    .filter(([words, value]) => !ownPercentages.includes(Number(value)) && !said.includes(words))
    .map(([words]) => `percentage: ${words}`);
}

/** "Title costs $X" and "Title $X": X is what it costs or has cost. */
function wrongPrices(sent: readonly string[]): readonly string[] {
  return products.flatMap(({ title, variants }) => {
    const own = variants.flatMap(({ price, was }) => [price.amount, was?.amount]);
    const beside = new RegExp(`${title}(?: (?:costs|for|is|at|cost))? \\$([\\d.]+\\d)`, 'gu');
    return sent.flatMap((text) =>
      [...text.matchAll(beside)]
        .filter(([, amount]) => !own.includes(Math.round(Number(amount) * 100)))
        .map(([words]) => `price of another: ${words}`),
    );
  });
}

const run = 4;

/** Four words in a row of an answer that is wrong, unless the shopper wrote them: none of it may be read. */
function modelWords({ serves }: Case, read: string, said: string): readonly string[] {
  const texts = serves.flatMap((served) =>
    typeof served === 'object' && 'text' in served ? [textOf(served.text)] : [],
  );
  const pieces = texts.flatMap((text) => text.split(/\{\{[^}]*\}\}/u));
  const spoken = ` ${wordsOf(read).join(' ')} `;
  return pieces.flatMap((piece) => {
    const words = wordsOf(flat(piece));
    const runs = words
      .slice(0, 400)
      .flatMap((_, at) => (at + run <= words.length ? [words.slice(at, at + run).join(' ')] : []));
    const all =
      words.length > 0 && words.length < run && texts.length > 0 && pieces.length === 1 ? [words.join(' ')] : runs;
    const found = all.find((one) => spoken.includes(` ${one} `) && !wordsOf(said).join(' ').includes(one));
    return found === undefined ? [] : [`model: ${found}`];
  });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}$€%]+/gu) ?? [];
}

function textOf(json: string): string {
  try {
    const { text } = JSON.parse(json) as { readonly text?: unknown };
    return typeof text === 'string' ? text : json;
  } catch {
    return json;
  }
}

/** Words that leave a shopper alone. */
const sorry = [
  'Sorry, I did not get that.',
  'Sorry, something is wrong on our side. Let us start again.',
  'Sorry, that did not work just now. Please try again in a moment.',
].map(flat);

/** Why an answer is of no use; empty: it has words, and a way on. */
export function uselessness(played: Played): readonly string[] {
  const text = flat(played.sent.join(' ')).trim();
  if (text.length < 15) return ['hardly a word'];
  const rest = sorry.reduce((left, words) => left.replace(words, ''), text).trim();
  if (rest === '' && offers(played) === 0) return ['an excuse and nothing else'];
  const leads = offers(played) > 0 || /[?؟]|https?:|\bwrite\b|\bperson\b|[“"]/u.test(text) || rest.length > 40;
  return leads ? [] : ['no way on'];
}
