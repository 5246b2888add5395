import type { Product } from '../product.ts';
import { foldText } from '../search-text.ts';
import { isAccessoryWord } from './accessory-words.ts';
import type { ToTerms } from './terms.ts';

/** The texts of a product that the order of results goes by, in the order in which they stand in its card. */
export type RankField = 'title' | 'brand' | 'kind' | 'facts' | 'about';

/**
 * What the order of results goes by, of one product: its texts as the terms that queries are made of, a space on both sides of each. A title has a
 * `boundary` where a mark or a word such as `for` divides it. All are one text, so that a term is looked for once and not five times.
 */
export interface RankCard {
  /** The fields, a line each. */
  readonly text: string;
  /** Where each field ends. */
  readonly titleEnd: number;
  readonly brandEnd: number;
  readonly kindEnd: number;
  readonly factsEnd: number;
  readonly aboutEnd: number;
  /** Where the first word stands that names an accessory: in the kind, else in the title; -1 where none does. Found out once a product, not once a search. */
  readonly accessoryAt: number;
}

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
  const facts = [...tags, ...Object.values(attributes), ...new Set(options)].join(' ');
  const narrowest = toTerms(category.at(-1) ?? '');
  const parts = {
    title: divided(title.slice(0, longest.title), toTerms),
    brand: toTerms(brand ?? ''),
    kind: [...narrowest, ...toTerms(category.slice(0, -1).join(' '))],
    facts: toTerms(facts.slice(0, longest.facts)),
    about: toTerms(description.slice(0, longest.about)),
  };
  const lines = order.map((field) => ` ${parts[field].join(' ')} `);
  return [...lines, accessoryPlace(lines, narrowest)].join('\n');
}

/** A wide category tells nothing here: a watch among the accessories goes with nothing. */
function accessoryPlace([title = '', brand = '']: readonly string[], narrowest: readonly string[]): number {
  const inKind = firstAccessory(` ${narrowest.join(' ')} `);
  return inKind < 0 ? firstAccessory(title) : title.length + brand.length + 2 + inKind;
}

function firstAccessory(line: string): number {
  const word = line.split(' ').find(isAccessoryWord);
  return word === undefined ? -1 : line.indexOf(` ${word} `) + 1;
}

function divided(title: string, toTerms: ToTerms): readonly string[] {
  const parts = foldText(title).split(divides).map(toTerms);
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [boundary, ...part]));
}

export function rankCardOf(text: string): RankCard {
  const titleEnd = endOfLine(text, 0);
  const brandEnd = endOfLine(text, titleEnd + 1);
  const kindEnd = endOfLine(text, brandEnd + 1);
  const factsEnd = endOfLine(text, kindEnd + 1);
  const aboutEnd = endOfLine(text, factsEnd + 1);
  const accessoryAt = aboutEnd < text.length ? Number(text.slice(aboutEnd + 1)) : -1;
  return { text, titleEnd, brandEnd, kindEnd, factsEnd, aboutEnd, accessoryAt };
}

/** The end of the text where lines are missing: an older Parley put less into an index. */
function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

/** Title, brand and kind: the texts whose words name a product. */
export function namingText({ text, kindEnd }: RankCard): string {
  return text.slice(0, kindEnd);
}
