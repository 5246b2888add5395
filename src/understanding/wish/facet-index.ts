import type { Vocabulary } from '../../catalog/vocabulary.ts';
import { colourNamed } from './colours.ts';
import { materialNamed } from './materials.ts';
import { sizeOfValue } from './sizes.ts';
import { foldPhrase, phraseKey } from './wish-word.ts';

export interface FacetValue {
  /** As in `Facets`. */
  readonly facet: string;
  readonly value: string;
}

/** Those of one facet; `null` where there are none. */
export function valuesOf(values: readonly FacetValue[], facet: string): readonly string[] | null {
  const own = values.filter((one) => one.facet === facet).map(({ value }) => value);
  return own.length === 0 ? null : own;
}

/** A facet and its values by what they stand for: `red` → `Red`, `dark red`; `M` → `Medium`. */
interface MeantFacet {
  readonly facet: string;
  readonly meant: ReadonlyMap<string, readonly string[]>;
  /** Whether enough products carry it for it to be a condition: elsewhere the words find more. */
  readonly isCarried: boolean;
}

/** A catalogue's facets, ready for looking up a shopper's words. */
export interface FacetIndex {
  /** `phraseKey` of a value → where it occurs. */
  readonly phrases: ReadonlyMap<string, readonly FacetValue[]>;
  /** The words that phrases begin with, as `singular` writes them: most words of a message begin none. */
  readonly beginnings: ReadonlySet<string>;
  /** By `phraseKey` of the facet's own name without its family: `material` → `attributes.material`. */
  readonly named: ReadonlyMap<string, string>;
  readonly colour: MeantFacet | null;
  readonly size: MeantFacet | null;
  readonly material: MeantFacet | null;
  /** First letter → brands of one word, folded. */
  readonly brands: ReadonlyMap<string, readonly NamedBrand[]>;
}

interface NamedBrand {
  readonly folded: string;
  readonly value: string;
}

const colourName = /^(?:(?:base|main|primary|product) )?(?:colou?rs?|farben?|colores|cor|cores|لون|اللون|रंग)$/u;
const sizeName =
  /^(?:(?:clothing|shoe|dress|bed|garment|apparel) )?(?:sizes?|grosse|groesse|schuhgrosse|konfektionsgrosse|tallas?|tamano|tamanho|numero|مقاس|المقاس|साइज)$/u;
const materialName =
  /^(?:(?:main|outer|upper) )?(?:materials?|materialien|fabric|fabric type|stoff|tejido|tecido|الخامة|सामग्री)$/u;
/** Longer values are descriptions, not names. */
export const mostPhraseWords = 5;
/** What fewer of the products carry would hide most of those that fit. */
const leastShare = 0.15;

const indexes = new WeakMap<Vocabulary, FacetIndex>();

/** Made once for a vocabulary. */
export function facetIndexOf(vocabulary: Vocabulary): FacetIndex {
  const known = indexes.get(vocabulary);
  if (known !== undefined) return known;
  const made = createFacetIndex(vocabulary);
  indexes.set(vocabulary, made);
  return made;
}

function createFacetIndex(vocabulary: Vocabulary): FacetIndex {
  const facets = Object.keys(vocabulary);
  const phrases = phrasesOf(vocabulary);
  return {
    phrases,
    beginnings: new Set([...phrases.keys()].map((key) => key.split(' ', 1)[0] ?? '')),
    named: new Map(facets.map((facet) => [phraseKey(ownName(facet).split(' ')), facet])),
    colour: meantFacet(vocabulary, colourName, (value) =>
      [value, ...value.split(' ').map(colourNamed)].filter((one) => one !== null),
    ),
    size: meantFacet(vocabulary, sizeName, (value) => [sizeOfValue(value)]),
    material: meantFacet(vocabulary, materialName, (value) =>
      [value, materialNamed(value), ...value.split(' ').map(materialNamed)].filter((one) => one !== null),
    ),
    brands: brandsOf(vocabulary),
  };
}

/** `Base colour` of `attributes.base_colour`, folded. */
function ownName(facet: string): string {
  return foldPhrase(facet.replace(/^(?:options|attributes)\./u, '').replaceAll('_', ' '));
}

function phrasesOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly FacetValue[]> {
  const phrases = new Map<string, FacetValue[]>();
  for (const [facet, values] of Object.entries(vocabulary)) {
    for (const value of Object.keys(values)) {
      const words = foldPhrase(value).split(' ');
      if (words.length > mostPhraseWords || words[0] === '') continue;
      const key = phraseKey(words);
      const known = phrases.get(key);
      if (known === undefined) phrases.set(key, [{ facet, value }]);
      else known.push({ facet, value });
    }
  }
  return phrases;
}

/** Of several such facets the one that most products carry; none where it is a rarity. */
function meantFacet(
  vocabulary: Vocabulary,
  name: RegExp,
  meanings: (folded: string) => readonly string[],
): MeantFacet | null {
  const facets = Object.keys(vocabulary).filter((facet) => facet.includes('.') && name.test(ownName(facet)));
  const carried = (facet: string) => sum(vocabulary[facet]);
  const [facet] = facets.toSorted((one, other) => carried(other) - carried(one));
  if (facet === undefined) return null;
  const meant = new Map<string, string[]>();
  for (const value of Object.keys(vocabulary[facet] ?? {})) {
    for (const meaning of new Set(meanings(foldPhrase(value))))
      meant.set(meaning, [...(meant.get(meaning) ?? []), value]);
  }
  const isCarried = carried(facet) >= leastShare * productsAtLeast(vocabulary);
  return { facet, meant, isCarried };
}

function brandsOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly NamedBrand[]> {
  const brands = new Map<string, NamedBrand[]>();
  for (const value of Object.keys(vocabulary['brand'] ?? {})) {
    const folded = foldPhrase(value);
    const first = folded.slice(0, 1);
    const known = brands.get(first);
    if (known === undefined) brands.set(first, [{ folded, value }]);
    else known.push({ folded, value });
  }
  return brands;
}

/** Facets alone do not tell how many products there are; brands are one a product, categories one or more. */
function productsAtLeast(vocabulary: Vocabulary): number {
  const most = Object.values(vocabulary).map((values) => Math.max(0, ...Object.values(values)));
  return Math.max(sum(vocabulary['brand']), sum(vocabulary['category']) / 3, ...most);
}

function sum(values: Readonly<Record<string, number>> | undefined): number {
  return Object.values(values ?? {}).reduce((all, count) => all + count, 0);
}

/** Whether an attribute or option of that name is what products are told apart by in every shop. */
export function facetMeaning(name: string): 'colour' | 'size' | 'material' | null {
  const own = ownName(name);
  if (colourName.test(own)) return 'colour';
  if (sizeName.test(own)) return 'size';
  return materialName.test(own) ? 'material' : null;
}
