import { type Cells, cellsOf, text } from './cells.ts';
import type { Options } from './differing-options.ts';
import { readImages } from './images.ts';
import type { FieldMapping } from './mapping.ts';
import { type Offer, readOffer } from './offer.ts';
import type { PriceRules } from './price.ts';
import { readRecordOptions } from './record-options.ts';
import { guessVariant } from './usual-columns.ts';

interface Context {
  readonly product: Cells;
  readonly id: string | undefined;
  /** The product's columns. */
  readonly mapping: FieldMapping;
  /** What the merchant said about columns; holds for variants as well. */
  readonly given: FieldMapping;
  readonly rules: PriceRules;
}

interface Written {
  readonly key: string | null;
  readonly cells: Cells;
}

interface VariantsRead {
  readonly variants: readonly (Offer & { readonly sku: string; readonly options: Options })[];
  readonly images: readonly string[];
  /** What is an option elsewhere and the same for all variants of this product. */
  readonly shared: Options;
}

interface Refused {
  readonly reason: string;
}

export function readRecordVariants(written: readonly Written[], context: Context): VariantsRead | Refused {
  const cells = written.map((variant) => variant.cells);
  const chosen = readRecordOptions(cells, context);
  if ('reason' in chosen) return chosen;
  const uncounted = stockOfAll(cells, context);
  if (uncounted !== null) return uncounted;
  const read = written.map((variant, i) => readVariant(variant, { ...context, options: chosen.options[i] ?? {} }));
  const bad = read.findIndex((variant) => 'reason' in variant);
  const failed = read[bad];
  if (failed !== undefined && 'reason' in failed)
    return { reason: written.length === 1 ? failed.reason : `variant ${bad + 1}: ${failed.reason}` };
  const images = cells.flatMap((variant) => readImages(variant, mappingOf(variant, context.given)['images']));
  return { variants: read.flatMap((variant) => ('reason' in variant ? [] : [variant])), images, shared: chosen.shared };
}

interface VariantContext extends Context {
  readonly options: Options;
}

function readVariant({ key, cells }: Written, context: VariantContext) {
  const mapping = mappingOf(cells, context.given);
  const own = (field: string) => cellsOf(cells, mapping[field])[0];
  const offer = readOffer((field) => own(field) ?? inherited(field, { own, context }), context.rules);
  if ('reason' in offer) return offer;
  const sku = text(own('sku')) ?? key ?? skuOf(context);
  return sku === null ? { reason: 'SKU is missing' } : { sku, options: context.options, ...offer };
}

interface Inheritance {
  readonly own: (field: string) => unknown;
  readonly context: Context;
}

/** A variant without a price has the product's; the price before goes with the price it was the price before of. */
function inherited(field: string, { own, context: { product, mapping } }: Inheritance): unknown {
  const parent = (name: string) => cellsOf(product, mapping[name])[0];
  switch (field) {
    case 'was':
      return own('price') === undefined || own('price') === parent('price') ? parent('was') : undefined;
    case 'price':
    case 'currency':
    case 'available':
    case 'stock':
      return parent(field);
    default:
      return undefined;
  }
}

/** The product's count is no variant's, unless there is just one, or nothing at all. */
function stockOfAll(variants: readonly Cells[], { product, mapping, given }: Context): Refused | null {
  const total = cellsOf(product, mapping['stock'])[0];
  if (variants.length === 1 || total === undefined || Number(total) <= 0) return null;
  const counted = variants.every((cells) => {
    const own = mappingOf(cells, given);
    return cellsOf(cells, own['stock']).length > 0 || cellsOf(cells, own['available'])[0] === false;
  });
  return counted ? null : { reason: 'stock is told for the product, and not for each of its variants' };
}

function mappingOf(cells: Cells, given: FieldMapping): FieldMapping {
  const ours = ['sku', 'price', 'was', 'currency', 'stock', 'available', 'images'];
  const said = Object.entries(given).filter(([field]) => ours.includes(field));
  return { ...guessVariant(Object.keys(cells)), ...Object.fromEntries(said) };
}

function skuOf({ id, options }: VariantContext): string | null {
  return id === undefined ? null : [id, ...Object.values(options)].join('-');
}
