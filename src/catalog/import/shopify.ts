import { htmlToText } from './html-text.ts';
import { type PriceRules, readPrice } from './price.ts';
import type { Draft, Row } from './row.ts';

type Cells = Readonly<Record<string, unknown>>;
type ShopifyRow = { readonly line: number; readonly record: Cells };

/** Rows of one handle kept at most; Shopify itself allows 2,048 variants and 250 pictures. */
const mostRows = 3_000;

/**
 * Shopify's product export: the rows of one handle, which follow each other, form one product. When one of them cannot
 * be read, none of the product is taken.
 */
export async function* shopifyDrafts(rows: AsyncIterable<Row>, rules: PriceRules): AsyncGenerator<Draft> {
  let group: ShopifyRow[] = [];
  let broken: Draft | null = null;
  const finish = function* (): Generator<Draft> {
    if (broken !== null) yield broken;
    else if (group.length > 0) yield toDraft(group, rules);
    group = [];
    broken = null;
  };
  for await (const row of rows) {
    if ('reason' in row) {
      // Which product an unreadable row belongs to cannot be known: the one it stands in may lack it.
      const id = group[0] && cell(group[0], 'Handle');
      broken ??= { ...row, ...(id !== undefined && { id }) };
      continue;
    }
    const handle = cell(row, 'Handle');
    const same = group[0] !== undefined && (handle === '' || handle === cell(group[0], 'Handle'));
    if (!same) yield* finish();
    if (group.length < mostRows) group.push(row);
  }
  yield* finish();
}

function toDraft(rows: readonly ShopifyRow[], rules: PriceRules): Draft {
  const [first] = rows;
  if (first === undefined) return { line: 0, reason: 'there is no row' };
  const id = cell(first, 'Handle');
  const refuse = (line: number, reason: string): Draft => ({ line, reason, ...(id !== '' && { id }) });
  if (id === '') return refuse(first.line, 'Handle is missing');
  const hidden = hiddenBecause(first);
  if (hidden !== null) return refuse(first.line, hidden);
  const variants = rows.filter(hasVariant).map((row) => ({ line: row.line, ...toVariant(row, { first, rules }) }));
  const bad = variants.find((variant) => 'reason' in variant);
  if (bad !== undefined && 'reason' in bad) return refuse(bad.line, bad.reason);
  return {
    line: first.line,
    draft: { ...productTexts(first, rows), id, variants: variants.map(({ line: _line, ...rest }) => rest) },
  };
}

function hiddenBecause(row: ShopifyRow): string | null {
  const status = cell(row, 'Status').toLowerCase();
  if (status === 'draft' || status === 'archived')
    return `the product is ${status === 'draft' ? 'a draft' : 'archived'}`;
  return status === '' && cell(row, 'Published').toLowerCase() === 'false' ? 'the product is not published' : null;
}

function productTexts(first: ShopifyRow, rows: readonly ShopifyRow[]): Cells {
  const path = cell(first, 'Product Category')
    .split('>')
    .map((level) => level.trim());
  const type = cell(first, 'Type');
  const category = [...path, type].filter((level) => level !== '');
  const brand = cell(first, 'Vendor');
  return {
    title: cell(first, 'Title'),
    description: htmlToText(cell(first, 'Body (HTML)')),
    brand: brand === '' ? null : brand,
    category: category.filter(
      (level, i) => category.findIndex((other) => other.toLowerCase() === level.toLowerCase()) === i,
    ),
    tags: cell(first, 'Tags')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    images: [
      ...new Set(
        rows.flatMap((row) => [cell(row, 'Image Src'), cell(row, 'Variant Image')]).filter((src) => src !== ''),
      ),
    ],
  };
}

/** A row without is one of the product's further pictures. */
function hasVariant(row: ShopifyRow, i: number): boolean {
  return i === 0 || ['Variant Price', 'Variant SKU', 'Option1 Value'].some((column) => cell(row, column) !== '');
}

interface VariantContext {
  /** Option names stand in the product's first row alone. */
  readonly first: ShopifyRow;
  readonly rules: PriceRules;
}

function toVariant(row: ShopifyRow, { first, rules }: VariantContext) {
  const price = readPrice(cell(row, 'Variant Price'), rules);
  if ('reason' in price) return { reason: `Variant Price ${price.reason}` };
  const before = cell(row, 'Variant Compare At Price');
  const was = before === '' ? null : readPrice(before, rules);
  if (was !== null && 'reason' in was) return { reason: `Variant Compare At Price ${was.reason}` };
  const stock = readStock(row);
  if (Number.isNaN(stock)) return { reason: 'Variant Inventory Qty is not a whole number' };
  const options = readOptions(row, first);
  const sku = cell(row, 'Variant SKU') || [cell(first, 'Handle'), ...Object.values(options)].join('-');
  return { sku, options, price, stock, ...(was !== null && was.amount > price.amount && { was }) };
}

function readOptions(row: ShopifyRow, first: ShopifyRow): Readonly<Record<string, string>> {
  const options = ['1', '2', '3'].map((n) => [cell(first, `Option${n} Name`), cell(row, `Option${n} Value`)] as const);
  // Shopify gives a product without options one named Title with this value.
  return Object.fromEntries(
    options.filter(([name, value]) => name !== '' && value !== '' && value !== 'Default Title'),
  );
}

/** `null`: Shopify does not count it, or goes on selling without stock. */
function readStock(row: ShopifyRow): number | null {
  const untracked =
    Object.hasOwn(row.record, 'Variant Inventory Tracker') && cell(row, 'Variant Inventory Tracker') === '';
  const quantity = cell(row, 'Variant Inventory Qty');
  if (untracked || quantity === '' || cell(row, 'Variant Inventory Policy').toLowerCase() === 'continue') return null;
  return /^-?\d+$/.test(quantity) ? Math.max(0, Number(quantity)) : Number.NaN;
}

function cell(row: ShopifyRow, column: string): string {
  const value = Object.hasOwn(row.record, column) ? row.record[column] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
