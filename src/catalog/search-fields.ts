import type { Product } from './product.ts';
import type { SearchField } from './search-settings.ts';

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

/** The words by which a product can be ruled out: a description praises what a thing is not, too. */
export function tellingText({ title, category, attributes }: Product): string {
  return [title, ...category, ...Object.values(attributes)].join(' ');
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(' ');
}
