import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { createToTerms } from '../catalog/ranking/terms.ts';
import { searchSettings } from '../catalog/search-settings.ts';
import { searchableText, wordsOf } from '../catalog/search-text.ts';
import { resolveReply } from '../channel/replies.ts';
import type { Refusal } from '../commerce/refusal.ts';
import { nearestWord } from '../understanding/nearest-word.ts';
import { isContactData } from '../understanding/plain-data.ts';
import { readReference } from '../understanding/references.ts';
import { type ActionContext, defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { allWords } from './catalog-refer.ts';
import { orderView, orderViewSchema } from './order-view.ts';
import { orderFor } from './orders-find.ts';
import { productRef, productViewSchema } from './schemas.ts';

/** A shopper may send a page; what names a product or an order stands at its beginning. */
const words = z.string().transform((text) => text.slice(0, 1_000));
/** As many choices as fit on a phone beside the question. */
const mostChoices = 5;

export const lookupProduct = defineAction({
  name: 'lookup.product',
  about:
    'The product that words mean: an id, a title, or what a search clearly finds, with all the words that count. Refuses with none, ' +
    'several (choices), or near (choices) when what is found has but some of the words.',
  input: z.object({
    text: words,
    among: z.array(productRef).nullish().describe('What was shown last: looked at first.'),
  }),
  output: z.object({ value: productViewSchema }),
  callers: [],
  reads: true,
  async run({ text, among }, context) {
    const shown = await context.catalog.products((among ?? []).map(({ id }) => id));
    const product = pick(shown, text) ?? shownAs(shown, text) ?? (await context.catalog.product(text.trim()));
    if (product !== null) return { value: viewOf(product) };
    const several = meant(shown, text);
    return several.length > 1 ? choicesOf(several) : await searched(text, context);
  },
});

export const lookupOrder = defineAction({
  name: 'lookup.order',
  about: 'The order that words mean. Refuses with none.',
  input: z.object({ text: words }),
  output: z.object({ value: orderViewSchema }),
  callers: [],
  reads: true,
  async run({ text }, context) {
    const order = await orderFor(text, context);
    return order === null ? { refused: 'none' } : { value: orderView(order, context) };
  },
});

/** What only resembles the words is never the answer by itself: it may be picked. */
async function searched(text: string, { catalog }: ActionContext) {
  const wanted = searchableText(text);
  if (wanted === '' || isContactData(text)) return { refused: 'none' };
  const { products, total } = await catalog.search({ text: wanted, limit: mostChoices });
  const [first] = products;
  if (first === undefined) return { refused: 'none' };
  const clear = total === 1 && sharedWords(first, text) === 1 ? first : pick(products, text);
  if (clear !== null) return { value: viewOf(clear) };
  const shared = Math.max(...products.map((product) => sharedWords(product, text)));
  if (shared === 1) return choicesOf(products);
  return isNamed(text) || shared >= halfOf ? { ...choicesOf(products), refused: 'near' } : { refused: 'none' };
}

const halfOf = 0.5;
/** Of so few words one that is misspelt is soon the half. */
const fewWords = 3;

function isNamed(text: string): boolean {
  return toTerms(text).length <= fewWords;
}

/** 0 to 1: how many of the words that count stand anywhere in the product, or misspelt in its title. */
function sharedWords(product: Product, text: string): number {
  const terms = toTerms(text);
  const own = new Set(toTerms(allWords(product)));
  const titled = toTerms(product.title);
  const met = terms.filter((term) => own.has(term) || isMisspelt(term, titled));
  return terms.length === 0 ? 0 : met.length / terms.length;
}

/** Begun, or with a slip; a short word with another letter is another word. */
function isMisspelt(term: string, titled: readonly string[]): boolean {
  if (term.length >= shortestBegun && titled.some((word) => word.startsWith(term))) return true;
  return term.length > shortestBegun && nearestWord(term, titled) !== null;
}

const shortestBegun = 3;

const toTerms = createToTerms(searchSettings.stopWords);

/** By id, by whole title, or by words that only one of them has in its title. */
function pick(products: readonly Product[], text: string): Product | null {
  const byId = products.find(({ id }) => id === text.trim());
  if (byId !== undefined) return byId;
  const [titled, twin] = products.filter(({ title }) => sameWords(title, text));
  if (titled !== undefined && twin === undefined) return titled;
  const [only, other] = meant(products, text);
  return only !== undefined && other === undefined ? only : null;
}

/** "The second one", "the last": by its place among what was shown. */
function shownAs(products: readonly Product[], text: string): Product | null {
  const reply = resolveReply(text, { choices: products.map(({ id, title }) => ({ id, label: title })) });
  if (reply?.kind === 'picked') return products.find(({ id }) => id === reply.choice.id) ?? null;
  const which = readReference(text)?.which;
  const [place, another] = typeof which === 'object' ? which : [];
  if (place === undefined || another !== undefined) return null;
  return products.at(place < 0 ? place : place - 1) ?? null;
}

function meant(products: readonly Product[], text: string): readonly Product[] {
  const said = tellingWords(text);
  if (said.length === 0) return [];
  return products.filter(({ title }) => {
    const own = new Set(wordsOf(title));
    return said.every((word) => own.has(word));
  });
}

function tellingWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !searchSettings.stopWords.includes(word));
}

function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

function choicesOf(products: readonly Product[]): Refusal {
  return { refused: 'several', details: { choices: products.map(({ id, title }) => ({ id, label: title })) } };
}
