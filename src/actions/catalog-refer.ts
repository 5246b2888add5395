import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { optionValues } from '../catalog/product-view.ts';
import { createToTerms } from '../catalog/ranking/terms.ts';
import { searchSettings } from '../catalog/search-settings.ts';
import type { Reference } from '../understanding/references/reference.ts';
import { readReference } from '../understanding/references.ts';
import { defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { productRef, productViewSchema } from './schemas.ts';

/** A shopper may send a page; what refers to a list stands at its beginning. */
export const referringText = z.string().transform((text) => text.slice(0, 300));

export const catalogRefer = defineAction({
  name: 'catalog.refer',
  about:
    'Which of the products shown before are meant by "the second one", "the blue one", "it", "the first and the third". Refuses with none ' +
    'when the words speak of nothing that was shown.',
  input: z.object({
    text: referringText.describe('As the shopper wrote it.'),
    shown: z.array(productRef).nullish().describe('The list, in the order in which it was shown.'),
    last: productRef.nullish().describe('What was looked at last: "it".'),
  }),
  output: z.object({
    products: z.array(productViewSchema).describe('At least one.'),
    by: z.enum(['reference', 'title']).describe('Words that point at the list, or a part of one title of it.'),
    changes: z.boolean().describe('Another one is wanted, that differs in something: catalog.like finds it.'),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ text, shown, last }, { catalog }) {
    const reference = readReference(text);
    const list = await catalog.products((shown ?? []).slice(0, 50).map(({ id }) => id));
    const seen = last ? await catalog.product(last.id) : null;
    const products = reference === null ? titled(list, text) : meantBy(reference, list, seen);
    if (products.length === 0) return { refused: 'none' };
    const changes = reference !== null && (reference.like || reference.but !== null);
    const by = reference === null ? ('title' as const) : ('reference' as const);
    return { products: products.map((one) => viewOf(one)), by, changes };
  },
});

function meantBy(
  { which, words, but }: Reference,
  shown: readonly Product[],
  last: Product | null,
): readonly Product[] {
  if (which === 'last-seen') return last ? [last] : shown.slice(0, 1);
  if (which === 'all') return described(shown, words === '' && but !== null ? but.words : words);
  const places = which.map((place) => shown.at(place < 0 ? place : place - 1));
  return places.filter((product) => product !== undefined);
}

/** "The blue one", "the leather ones": those that have all the words somewhere; all of the list where there are none. */
function described(shown: readonly Product[], words: string): readonly Product[] {
  const terms = toTerms(words);
  if (terms.length === 0) return shown;
  return shown.filter((product) => {
    const own = new Set(toTerms(allWords(product)));
    return terms.every((term) => own.has(term));
  });
}

const leastTitleWords = 2;

/** "alpine puffer": two words or more that a single title of the list has. */
function titled(shown: readonly Product[], text: string): readonly Product[] {
  const terms = toTerms(text);
  if (terms.length < leastTitleWords) return [];
  const having = shown.filter(({ title }) => {
    const own = new Set(toTerms(title));
    return terms.every((term) => own.has(term));
  });
  return having.length === 1 ? having : [];
}

const toTerms = createToTerms([...searchSettings.stopWords, 'one', 'ones']);

function allWords(product: Product): string {
  const { title, brand, category, tags, attributes, description } = product;
  const options = Object.values(optionValues(product)).flat().map(String);
  return [title, brand ?? '', ...category, ...tags, ...Object.values(attributes), ...options, description].join(' ');
}
