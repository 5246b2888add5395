import { decodeEntities, htmlToText } from '../../../src/catalog/import/html-text.ts';
import { amountOf } from '../../../src/sync/decimal-money.ts';
import type { Levels, ShopProduct, ShopVariant } from '../../../src/sync/shop-system.ts';
import type { ProductAnswer, StockAnswer, VariationAnswer } from './answers.ts';

interface Reading {
  readonly currency: string;
  /** `null`: the product is sold as it is. */
  readonly variations: readonly VariationAnswer[] | null;
}

export function productFrom(answer: ProductAnswer, { currency, variations }: Reading): ShopProduct {
  const { id, slug, name, description, short_description, brands, images } = answer;
  const sold = variations?.filter(({ status }) => status === 'publish') ?? [answer];
  const variants = sold.map((one) => variantFrom(one, { product: answer, currency }));
  const [category, ...others] = answer.categories.map((each) => decodeEntities(each.name));
  return {
    id: String(id),
    handle: slug,
    problem: problemOf(answer) ?? (variants.includes(null) ? 'a price is missing' : null),
    title: decodeEntities(name),
    description: htmlToText(description || short_description),
    brand: brands[0] ? decodeEntities(brands[0].name) : null,
    category: category === undefined ? [] : [category],
    attributes: attributesOf(answer),
    images: [
      ...new Set(
        [...images, ...sold.flatMap((one) => ('image' in one && one.image ? [one.image] : []))].map(({ src }) => src),
      ),
    ],
    tags: [...new Set([...answer.tags.map((tag) => decodeEntities(tag.name)), ...others])],
    variants: variants.filter((variant) => variant !== null),
  };
}

function problemOf({ type }: ProductAnswer): string | null {
  return type === 'simple' || type === 'variable'
    ? null
    : `a product of the kind "${type.slice(0, 30)}" cannot be sold here`;
}

function attributesOf({ attributes }: ProductAnswer): Readonly<Record<string, string>> {
  const shared = attributes.filter(({ variation, options }) => !variation && options.length > 0);
  return Object.fromEntries(
    shared.map(({ name, options }) => [decodeEntities(name), decodeEntities(options.join(', '))]),
  );
}

interface VariantReading {
  readonly product: ProductAnswer;
  readonly currency: string;
}

function variantFrom(
  answer: ProductAnswer | VariationAnswer,
  { product, currency }: VariantReading,
): ShopVariant | null {
  const price = answer.price === '' ? null : amountOf(answer.price, currency);
  if (price === null) return null;
  const isWhole = answer.id === product.id;
  const id = isWhole ? String(product.id) : `${product.id}/${answer.id}`;
  return {
    ...{ id, stockId: id, price },
    sku: answer.sku.trim() || null,
    options: isWhole ? {} : optionsOf(answer as VariationAnswer),
    was: answer.regular_price === '' ? null : amountOf(answer.regular_price, currency),
    levels: levelsFrom(answer),
  };
}

function optionsOf({ attributes }: VariationAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes
      .filter(({ option }) => option !== '')
      .map(({ name, option }) => [decodeEntities(name), decodeEntities(option)]),
  );
}

/** What may be ordered back is sold without a count. */
export function levelsFrom({ manage_stock, stock_quantity, stock_status, backorders }: StockAnswer): Levels {
  if (manage_stock === false) return stock_status === 'outofstock' ? [{ place: null, available: 0 }] : null;
  if (backorders !== 'no') return null;
  return [{ place: null, available: Math.floor(stock_quantity ?? 0) }];
}
