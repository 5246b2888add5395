import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { optionValues } from '../catalog/product-view.ts';
import { createToTerms } from '../catalog/ranking/terms.ts';
import { searchSettings } from '../catalog/search-settings.ts';
import { colourNamed } from '../understanding/wish/colours.ts';
import { defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { referringText } from './catalog-refer.ts';
import { productRef, productViewSchema } from './schemas.ts';

const mostTold = 2;

export const catalogTell = defineAction({
  name: 'catalog.tell',
  about:
    'What a product’s own description, attributes and options say to a question about it: "is it waterproof?". Word for word, nothing is ' +
    'concluded. Refuses with not-found, not-told.',
  input: z.object({
    product: productRef,
    question: referringText.describe('As the shopper wrote it.'),
  }),
  output: z.object({
    product: productViewSchema,
    told: z.array(z.string()).describe('Sentences, or a name and what stands beside it; one or two.'),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ product: ref, question }, { catalog }) {
    const product = await catalog.product(ref.id);
    if (product === null) return { refused: 'not-found' };
    const told = toldOf(product, question);
    return told.length === 0 ? { refused: 'not-told' } : { product: viewOf(product), told: [...told] };
  },
});

/** All the words that count must stand in one sentence, else half an answer would pass for a whole one. */
function toldOf(product: Product, question: string): readonly string[] {
  const terms = [...new Set(toTerms(question))];
  if (terms.length === 0) return [];
  const facts = factsOf(product);
  const sentences = product.description.split(/(?<=[.!?…])\s+/u).filter((sentence) => sentence.trim() !== '');
  const told = [...facts, ...sentences].filter((one) => hasAll(one, terms));
  const others = told.length === 0 && terms.some((term) => colourNamed(term) !== null) ? facts.filter(isColour) : [];
  return [...told, ...others].slice(0, mostTold);
}

function factsOf(product: Product): readonly string[] {
  const options = Object.entries(optionValues(product)).map(([name, values]) => [name, [values].flat().join(', ')]);
  const rows = [...Object.entries(product.attributes), ...options];
  return rows.map(([name = '', value]) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`);
}

function isColour(fact: string): boolean {
  return /^(?:colou?rs?|farben?|cor|color(?:es)?):/iu.test(fact);
}

function hasAll(text: string, terms: readonly string[]): boolean {
  const own = new Set(toTerms(text));
  return terms.every((term) => (sameMeaning.get(term) ?? [term]).some((word) => own.has(word)));
}

/** What shoppers ask with, and says nothing of what they ask. */
const toTerms = createToTerms([
  ...searchSettings.stopWords,
  ...(
    'is it does do has have can will are they this that these those the a an of for in on with be been how what which any much many long ' +
    'made from come comes really actually also use used using one there made please my i you to and or good ' +
    'not tell me about know whether if its so ok but'
  ).split(' '),
]);

/** Words for the same, each with all the others. */
const sameMeaning: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['waterproof', 'resistant', 'repellent', 'rainproof', 'weatherproof', 'watertight'],
    ['wireless', 'bluetooth', 'cordless'],
    ['washable', 'wash', 'machine-washable'],
    ['heavy', 'weight', 'weigh', 'kg', 'lightweight'],
    ['big', 'large', 'dimension', 'size', 'inch', 'cm'],
  ].flatMap((words) => words.map((word) => [word, words] as const)),
);
