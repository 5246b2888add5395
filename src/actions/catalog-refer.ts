import { z } from 'zod';
import { lowestPrice } from '../catalog/facets.ts';
import type { Product } from '../catalog/product.ts';
import { optionValues } from '../catalog/product-view.ts';
import { createToTerms } from '../catalog/ranking/terms.ts';
import { searchSettings } from '../catalog/search-settings.ts';
import { isContactData } from '../understanding/plain-data.ts';
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
    'Which of the products shown before are meant by "the second one", "the blue one", "it", "the cheapest of these". Refuses with none ' +
    'when the words speak of nothing that was shown, nothing-shown when they name a place and there is no list, contact-data when they are ' +
    'nothing but an e-mail address, a street address or a telephone number.',
  input: z.object({
    text: referringText.describe('As the shopper wrote it.'),
    shown: z.array(productRef).nullish().describe('The list, in the order in which it was shown.'),
    before: z
      .array(productRef)
      .nullish()
      .describe('The longer list that was shown before it, of which this is a part.'),
    last: productRef.nullish().describe('What was looked at last: "it".'),
  }),
  output: z.object({
    products: z.array(productViewSchema).describe('At least one.'),
    by: z.enum(['reference', 'title']).describe('Words that point at the list, or a part of one title of it.'),
    by_place: z.boolean().describe('Named by its place: "the second one".'),
    describes: z.boolean().describe('Named by what they are: "the blue one".'),
    changes: z.boolean().describe('Another one is wanted, that differs in something: catalog.like finds it.'),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ text, shown, before, last }, { catalog }) {
    if (isContactData(text)) return { refused: 'contact-data' };
    const reference = readReference(text);
    const places = typeof reference?.which === 'object' ? reference.which : [];
    const farthest = Math.max(0, ...places.map(Math.abs));
    const refs = farthest > (shown ?? []).length ? (before ?? shown) : shown;
    const list = await catalog.products((refs ?? []).slice(0, 50).map(({ id }) => id));
    if (places.length > 0 && list.length === 0) return { refused: 'nothing-shown' };
    const seen = last ? await catalog.product(last.id) : null;
    const best = bestOf(list, text);
    const said = reference === null ? titled(list, text) : meantBy(reference, list, seen);
    const products = best === null ? said : [best];
    if (products.length === 0) return { refused: 'none' };
    const changes = best === null && reference !== null && (reference.like || reference.but !== null);
    const by = reference === null && best === null ? ('title' as const) : ('reference' as const);
    const describes = best === null && reference?.which === 'all' && reference.words !== '';
    return { products: products.map((one) => viewOf(one)), by, by_place: places.length > 0, describes, changes };
  },
});

const ofThese =
  /^(?:(?:show me|i want|i(?:'|\u2019)?ll take|give me|which is|what is|what(?:'|\u2019)?s) )?(?:the )?(?<how>cheapest|least expensive|most expensive|dearest)(?: one)?(?: (?:of|from|among|in) (?:these|those|them|the list|all of (?:them|these)))\W*$/iu;

/** "The cheapest of these": by price, of what was shown. */
function bestOf(shown: readonly Product[], text: string): Product | null {
  const how = ofThese.exec(text.trim())?.groups?.['how'];
  if (how === undefined) return null;
  const byPrice = shown.toSorted((one, other) => lowestPrice(one) - lowestPrice(other));
  return (/^(?:cheapest|least)/iu.test(how) ? byPrice[0] : byPrice.at(-1)) ?? null;
}

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

const toTerms = createToTerms([
  ...searchSettings.stopWords,
  ...'one ones two three four five six add take put buy give gimme get want need cart basket ok yes'.split(' '),
]);

/** All that is said of a product. */
export function allWords(product: Product): string {
  const { title, brand, category, tags, attributes, description } = product;
  const options = Object.values(optionValues(product)).flat().map(String);
  return [title, brand ?? '', ...category, ...tags, ...Object.values(attributes), ...options, description].join(' ');
}
