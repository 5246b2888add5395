import { htmlToText } from '../../../src/catalog/import/html-text.ts';
import { amountOf } from '../../../src/sync/decimal-money.ts';
import type { Levels, ShopProduct, ShopVariant } from '../../../src/sync/shop-system.ts';
import type { ProductAnswer, VariantAnswer } from './answers.ts';

interface Reading {
  readonly currency: string;
  readonly variants: readonly VariantAnswer[];
  /** By inventory item; `null`: the sum over all locations, which the variant tells. */
  readonly levels: ReadonlyMap<string, Levels> | null;
}

export function productFrom(answer: ProductAnswer, { currency, variants, levels }: Reading): ShopProduct {
  const { id, handle, title, descriptionHtml, vendor, tags, media } = answer;
  const priced = variants.map((variant) => variantFrom(variant, currency, levels));
  return {
    ...{ id, handle, title, tags },
    problem: priced.includes(null) ? `a price is no amount in ${currency}` : null,
    description: htmlToText(descriptionHtml),
    brand: vendor.trim() || null,
    category: categoryOf(answer),
    attributes: {},
    images: media.nodes.flatMap(({ image }) => image?.url ?? []),
    variants: priced.filter((variant) => variant !== null),
  };
}

function categoryOf({ category, productType }: ProductAnswer): readonly string[] {
  const levels = [...(category?.fullName.split('>') ?? []), productType].map((level) => level.trim());
  return levels.filter((level, at) => {
    return level !== '' && levels.findIndex((other) => other.toLowerCase() === level.toLowerCase()) === at;
  });
}

function variantFrom(answer: VariantAnswer, currency: string, levels: Reading['levels']): ShopVariant | null {
  const price = amountOf(answer.price, currency);
  const was = answer.compareAtPrice === null ? null : amountOf(answer.compareAtPrice, currency);
  if (price === null) return null;
  const { id, sku, inventoryItem } = answer;
  const counted = inventoryItem.tracked && answer.inventoryPolicy === 'DENY';
  const whole: Levels = counted ? [{ place: null, available: answer.inventoryQuantity ?? 0 }] : null;
  return {
    id,
    stockId: inventoryItem.id,
    sku: sku?.trim() || null,
    options: optionsOf(answer),
    price,
    was,
    levels: counted && levels !== null ? (levels.get(inventoryItem.id) ?? []) : whole,
  };
}

/** A product without options has one named Title with this value. */
function optionsOf({ selectedOptions }: VariantAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    selectedOptions.filter(({ value }) => value !== 'Default Title').map(({ name, value }) => [name, value]),
  );
}
