import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import { listPrice, type Offer, type OfferQuestion, offerFor } from '../pricing/offer-price.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import { bestSince, isOfBase, type MovingPrice } from './moving-price.ts';
import { isMoving, limitsOf } from './moving-products.ts';

export interface PriceQuestion extends OfferQuestion {
  readonly rules: ShopRules;
  /** SKU → what it costs by the rules for moving prices. */
  readonly moving: ReadonlyMap<string, MovingPrice>;
  /** Whoever asks may have the best moving price there was since then, epoch milliseconds. */
  readonly since: number;
}

/** The product as one shopper sees it: by their price list; else by a running sale or the moving price, whichever is lower. */
export function productFor(product: Product, question: PriceQuestion): Product {
  const priced = (variant: Variant) => withOffer(variant, priceFor(product, variant, question));
  const [first, ...rest] = product.variants;
  return { ...product, variants: [priced(first), ...rest.map(priced)] };
}

function priceFor(product: Product, variant: Variant, question: PriceQuestion): Offer {
  const moved = listPrice(variant, question) === null ? movedPrice(product, variant, question) : null;
  if (moved === null) return offerFor(product, variant, question);
  const offer = offerFor(product, variant, question);
  const onSale = offer.price.amount < variant.price.amount;
  return onSale && offer.price.amount <= moved.price.amount ? offer : moved;
}

/** `null` where it costs what the catalogue says. The floor and the ceiling of now hold also for what was shown before. */
function movedPrice(product: Product, variant: Variant, { rules, moving, since }: PriceQuestion): Offer | null {
  const own = moving.get(variant.sku);
  if (own === undefined || !isOfBase(own, variant.price)) return null;
  const limits = isMoving(rules['dynamic-prices'], product, variant)
    ? limitsOf(rules['dynamic-prices'], product, variant)
    : null;
  if (limits === null) return null;
  const amount = Math.min(Math.max(bestSince(own, since), limits.floor), limits.ceiling);
  return withBefore({ amount, currency: variant.price.currency }, variant);
}

/** Struck through is only what is more than the price. */
function withBefore(price: Money, { price: base, was }: Variant): Offer {
  const before = was !== undefined && was.currency === base.currency && was.amount > base.amount ? was : base;
  return before.amount > price.amount ? { price, was: before } : { price };
}

/** What the catalogue says of before does not stay beside a price that it was not said of. */
function withOffer({ was: _was, ...variant }: Variant, offer: Offer): Variant {
  return { ...variant, ...offer };
}
