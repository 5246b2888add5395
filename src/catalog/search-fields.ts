import { colourNamed, isAlsoThing } from '../understanding/wish/colours.ts';
import type { Product } from './product.ts';
import type { SearchField } from './search-settings.ts';
import { wordsOf } from './search-text.ts';

/** The text a search looks into, field by field. */
export function searchFieldText(product: Product, field: SearchField): string {
  switch (field) {
    case 'title':
      return product.title;
    case 'brand':
      return product.brand ?? '';
    case 'category':
      return product.category.join(' ');
    case 'tags':
      return product.tags.join(' ');
    case 'attributes':
      return Object.values(product.attributes).join(' ');
    case 'options':
      return distinct(product.variants.flatMap((variant) => Object.values(variant.options)));
    case 'sku':
      return distinct(product.variants.map((variant) => variant.sku));
    case 'description':
      return product.description;
  }
}

/**
 * The words by which a product can be ruled out. A description praises what a thing is not, too ("no sugar"), so of it the colours count alone: many a
 * product is black by its description only.
 */
export function tellingText({ title, category, attributes, description }: Product): string {
  return [title, ...category, ...Object.values(attributes), ...coloursIn(description)].join(' ');
}

function coloursIn(text: string): readonly string[] {
  return wordsOf(text).filter((word) => {
    const colour = colourNamed(word);
    return colour !== null && !isAlsoThing(colour);
  });
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(' ');
}
