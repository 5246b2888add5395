import type { Facets, ProductFilter } from './product-index.ts';

/** A question that splits what was found. */
export interface Narrowing {
  /** As in `Facets`. */
  readonly facet: string;
  /** The merchant's own name of it. */
  readonly label: string;
  /** The commonest first. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** A phone shows a question and so many answers beside a list of products. */
const mostValues = 4;
/** Below this share of the products that carry it, a question would lead past most of them. */
const leastCarried = 0.5;
/** Above this share of what was found, an answer narrows next to nothing. */
const mostShare = 0.85;
/** Longer values are descriptions, not answers. */
const longestValue = 24;

/** The facets that split `total` products best, best first. What was asked for already is no question. */
export function narrowings(facets: Facets, total: number, asked: ProductFilter): readonly Narrowing[] {
  return Object.entries(facets)
    .filter(([facet]) => !isAsked(facet, asked))
    .flatMap(([facet, counts]) => {
      const narrowing = narrowingOf(facet, counts, total);
      return narrowing === null ? [] : [{ narrowing, worth: worthOf(narrowing, total) }];
    })
    .sort((one, other) => other.worth - one.worth || (one.narrowing.facet < other.narrowing.facet ? -1 : 1))
    .map(({ narrowing }) => narrowing);
}

/** A filter with one more condition. */
export function narrowed(
  filter: ProductFilter,
  { facet, value }: { readonly facet: string; readonly value: string },
): ProductFilter {
  const [family = '', ...name] = facet.split('.');
  const own = name.join('.');
  switch (family) {
    case 'brand':
    case 'category':
    case 'tags':
      return { ...filter, [family]: [value] };
    case 'attributes':
    case 'options':
      return { ...filter, [family]: { ...filter[family], [own]: [value] } };
    default:
      return filter;
  }
}

function isAsked(facet: string, asked: ProductFilter): boolean {
  const [family = '', ...name] = facet.split('.');
  const own = name.join('.');
  switch (family) {
    case 'brand':
      return asked.brand !== undefined;
    case 'attributes':
    case 'options':
      return asked[family]?.[own] !== undefined;
    case 'category':
      return asked.category !== undefined;
    // Tags are the merchant's notes as often as they are for shoppers.
    default:
      return true;
  }
}

function narrowingOf(facet: string, counts: Readonly<Record<string, number>>, total: number): Narrowing | null {
  const values = Object.entries(counts)
    .filter(([value, count]) => count / total <= mostShare && value.length <= longestValue)
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .slice(0, mostValues)
    .map(([value, count]) => ({ value, count }));
  const carried = values.reduce((sum, { count }) => sum + count, 0);
  if (values.length < 2 || carried / total < leastCarried) return null;
  return { facet, label: facet.slice(facet.indexOf('.') + 1), values };
}

/** Bits that the answer tells of what is wanted, for the share of the products that the answers speak of. */
function worthOf({ values }: Narrowing, total: number): number {
  return values.reduce((sum, { count }) => sum - (count / total) * Math.log2(count / total), 0);
}
