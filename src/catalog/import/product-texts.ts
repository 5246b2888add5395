import { isObject } from '../../storage/json.ts';
import { readCategories } from './category-path.ts';
import { type Cells, cellsOf, distinct, list, text } from './cells.ts';
import { htmlToText } from './html-text.ts';
import { mainImages, readImages } from './images.ts';
import type { FieldMapping } from './mapping.ts';

type Texts = Readonly<Record<string, string>>;

/** What a row tells about the product, leaving out what it costs. */
export function productTexts(record: Cells, mapping: FieldMapping) {
  const all = (field: string) => cellsOf(record, mapping[field]);
  const first = (field: string) => text(all(field)[0]);
  const { category, tags } = readCategories(record, mapping['category']);
  return {
    title: first('title'),
    description: htmlToText(first('description') ?? ''),
    brand: first('brand') ?? null,
    category,
    tags: distinct([...all('tags').flatMap((cell) => list(cell, /[,;|]/)), ...tags]),
    images: mainImages(readImages(record, mapping['images'])),
    attributes: { ...plainTexts(all('attributes')[0]), ...named(record, { mapping, family: 'attributes' }) },
  };
}

interface Family {
  readonly mapping: FieldMapping;
  readonly family: 'attributes' | 'options';
}

/** The values of `attributes.<name>` or `options.<name>` of a mapping. */
export function named(record: Cells, { mapping, family }: Family): Texts {
  const entries = Object.keys(mapping)
    .filter((field) => field.startsWith(`${family}.`))
    .map((field) => [field.slice(family.length + 1), text(cellsOf(record, mapping[field])[0])] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** Longer ones are prose; `true`, or 680 without a unit, says nothing a shopper would read or look for. */
const longestAttribute = 500;

function plainTexts(attributes: unknown): Texts {
  if (!isObject(attributes)) return {};
  const entries = Object.entries(attributes).flatMap(([name, value]) => {
    const written = typeof value === 'string' ? value.trim() : '';
    const fits = written !== '' && written.length <= longestAttribute && name.trim() !== '';
    return fits ? [[name, written] as const] : [];
  });
  return Object.fromEntries(entries);
}
