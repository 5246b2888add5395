import type { Product } from '../product.ts';
import { foldText } from '../search-text.ts';
import type { ToTerms } from './terms.ts';

/** What the order of results goes by, of one product: terms as the indexes have them, a space on both sides of each. */
export interface RankCard {
  /** With `boundary` where a mark or a word such as `for` divides it. */
  readonly title: string;
  readonly brand: string;
  readonly kind: string;
  readonly facts: string;
  readonly about: string;
}

export type RankField = keyof RankCard;

export const boundary = '|';

const order = ['title', 'brand', 'kind', 'facts', 'about'] as const satisfies readonly RankField[];

/** Letters looked at. The beginning of a description says what it is; the rest praises it. */
const longest = { title: 300, facts: 1_000, about: 300 } as const;
const divides =
  /[,;:()[\]|–—/+&]|\s-\s|(?<![\p{L}\p{N}])(?:for|with|in|of|from|without|für|mit|para|con|de)(?![\p{L}\p{N}])/gu;

/** A product's card as one text of a few hundred letters, so that an index can keep it and give it back. */
export function rankText(product: Product, toTerms: ToTerms): string {
  const { title, brand, category, tags, attributes, variants, description } = product;
  const options = variants.slice(0, 20).flatMap((variant) => [...Object.values(variant.options), variant.sku]);
  const facts = [...category.slice(0, -1), ...tags, ...Object.values(attributes), ...new Set(options)].join(' ');
  const parts = {
    title: divided(title.slice(0, longest.title), toTerms),
    brand: toTerms(brand ?? ''),
    kind: toTerms(category.at(-1) ?? ''),
    facts: toTerms(facts.slice(0, longest.facts)),
    about: toTerms(description.slice(0, longest.about)),
  };
  return order.map((field) => ` ${parts[field].join(' ')} `).join('\n');
}

function divided(title: string, toTerms: ToTerms): readonly string[] {
  const parts = foldText(title).split(divides).map(toTerms);
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [boundary, ...part]));
}

export function rankCardOf(text: string): RankCard {
  const [title = '', brand = '', kind = '', facts = '', about = ''] = text.split('\n');
  return { title, brand, kind, facts, about };
}
