import { shortId } from '../catalog/import/short-id.ts';
import type { Product } from '../catalog/product.ts';
import { productBody, productOf } from '../catalog/product-schema.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import type { Trade } from '../commerce/trade.ts';
import { forgetProblem, tellProblem } from './problems.ts';
import { type DraftedProduct, draftOf, ownedPart } from './product-draft.ts';
import { digestOf, forgetLink, type Link, linkByTheirs, linkWrite, readLink, readLinks, textOf } from './shop-links.ts';
import type { ShopProduct } from './shop-system.ts';
import { countIn, withAccepted } from './stock-in.ts';

export type ProductOutcome =
  | {
      readonly is: 'same' | 'changed' | 'new';
      readonly product: Product /** It was changed here, too: theirs is kept. */;
      readonly conflict: boolean;
    }
  | { readonly is: 'gone'; readonly id: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'left-out'; readonly reason: string; readonly id: string | null };

export interface ProductIn {
  readonly system: string;
  readonly theirs: ShopProduct;
  readonly event: string | null;
}

/**
 * Brings one product of theirs here: theirs are its words, pictures, prices and counts. One that our schema refuses stays as it was.
 * Refuses with `moved`, to be done again.
 */
export async function bringProduct(trade: Trade, input: ProductIn): Promise<ProductOutcome | Refusal> {
  const { system, theirs } = input;
  const link = await linkByTheirs(trade.store, system, ['product', theirs.id]);
  const drafted = draftOf(theirs, link?.ours ?? (await freeId(trade, input)));
  const reason = 'reason' in drafted ? drafted.reason : await skuTaken(trade, system, drafted.product);
  if ('reason' in drafted || reason !== null) {
    await tellProblem(trade, system, { what: 'product', id: theirs.id, reason: reason ?? '' });
    return { is: 'left-out', reason: reason ?? '', id: link?.ours ?? null };
  }
  await forgetProblem(trade, system, { what: 'product', id: theirs.id });
  return await write(trade, { ...input, link, drafted });
}

interface Writing extends ProductIn {
  readonly link: Link | null;
  readonly drafted: DraftedProduct;
}

async function write(trade: Trade, writing: Writing): Promise<ProductOutcome | Refusal> {
  const { drafted, link, system, theirs, event } = writing;
  const stored = await trade.store.get('product', drafted.product.id);
  const before = stored === null ? null : productOf(stored.body);
  const owned = digestOf(ownedPart(drafted.product));
  const isSame = before !== null && digestOf(ownedPart(before)) === owned;
  const product = withKnownStock(drafted.product, before);
  if (!isSame)
    trade.stage({ kind: 'product', id: product.id, revision: stored?.revision ?? 0, body: productBody(product, null) });
  if (
    link === null ||
    textOf(link.body, 'owned') !== owned ||
    (event !== null && textOf(link.body, 'event') !== event)
  ) {
    const more = { owned, event: event ?? (link && textOf(link.body, 'event')) };
    trade.stage(
      linkWrite(
        { system, is: 'product', ours: product.id, theirs: theirs.id, revision: link?.revision ?? 0, more },
        trade.now,
      ),
    );
  }
  await linkVariants(trade, writing, before);
  const skus = product.variants.map(({ sku }) => sku);
  const counted = await withAccepted(trade, { system, skus }, async (accepted) => {
    for (const [index, sku] of skus.entries()) {
      await countIn(trade, { sku, product: product.id, levels: drafted.variants[index]?.levels ?? null, accepted });
    }
  });
  if (isRefusal(counted)) return counted;
  const now = await trade.store.get('product', product.id);
  const conflict =
    link !== null && before !== null && !isSame && digestOf(ownedPart(before)) !== textOf(link.body, 'owned');
  const is = isSame ? 'same' : before === null ? 'new' : 'changed';
  return { is, product: now === null ? product : productOf(now.body), conflict };
}

/** Counting comes after; until then a variant that was counted stays so. */
function withKnownStock(product: Product, before: Product | null): Product {
  const known = new Map(before?.variants.map(({ sku, stock }) => [sku, stock]));
  const [first, ...others] = product.variants.map((variant) => {
    return variant.stock === null ? variant : { ...variant, stock: known.get(variant.sku) ?? 0 };
  });
  return first === undefined ? product : { ...product, variants: [first, ...others] };
}

async function linkVariants(trade: Trade, { system, drafted }: Writing, before: Product | null): Promise<void> {
  const skus = drafted.product.variants.map(({ sku }) => sku);
  const gone = (before?.variants ?? []).map(({ sku }) => sku).filter((sku) => !skus.includes(sku));
  const links = await readLinks(trade.store, system, ['variant', [...skus, ...gone]]);
  for (const [index, { id: variant, stockId }] of drafted.variants.entries()) {
    const sku = skus[index] ?? '';
    const link = links.get(sku);
    const product = drafted.product.id;
    if (
      link?.theirs === stockId &&
      textOf(link.body, 'variant') === variant &&
      textOf(link.body, 'product') === product
    )
      continue;
    const more = { variant, product };
    trade.stage(
      linkWrite({ system, is: 'variant', ours: sku, theirs: stockId, revision: link?.revision ?? 0, more }, trade.now),
    );
  }
  for (const sku of gone) {
    const link = links.get(sku);
    if (link && textOf(link.body, 'product') === drafted.product.id) forgetLink(trade, link);
  }
}

/** A product of this handle may be here already, from a file: then it is this one. Another product of theirs keeps its own. */
async function freeId(trade: Trade, { system, theirs }: ProductIn): Promise<string> {
  const id = shortId(theirs.handle);
  const link = await readLink(trade.store, system, ['product', id]);
  return link === null || link.theirs === theirs.id
    ? id
    : shortId(`${theirs.handle}-${theirs.id.replace(/\W+/gu, '-')}`);
}

/** Stock is kept by SKU: two products cannot share one. */
async function skuTaken(trade: Trade, system: string, { id, variants }: Product): Promise<string | null> {
  const links = await readLinks(trade.store, system, ['variant', variants.map(({ sku }) => sku)]);
  for (const [sku, { body }] of links) {
    const other = textOf(body, 'product');
    if (other !== null && other !== id)
      return `SKU "${sku.slice(0, 60)}" belongs to the product ${other.slice(0, 60)}, too`;
  }
  return null;
}

/** It is not sold over there any more: gone here, too. Orders keep their own words of it. */
export async function dropProduct(trade: Trade, system: string, theirs: string): Promise<ProductOutcome> {
  await forgetProblem(trade, system, { what: 'product', id: theirs });
  const link = await linkByTheirs(trade.store, system, ['product', theirs]);
  if (link === null) return { is: 'unknown' };
  const stored = await trade.store.get('product', link.ours);
  if (stored !== null) {
    trade.stage({ kind: 'product', id: stored.id, revision: stored.revision, body: null });
    const skus = productOf(stored.body).variants.map(({ sku }) => sku);
    for (const variant of (await readLinks(trade.store, system, ['variant', skus])).values()) {
      if (textOf(variant.body, 'product') === link.ours) forgetLink(trade, variant);
    }
  }
  forgetLink(trade, link);
  return { is: 'gone', id: link.ours };
}
