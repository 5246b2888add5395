import { type Command, InvalidArgumentError } from 'commander';
import type { Variant } from '../catalog/product.ts';
import type { Destination } from '../commerce/address.ts';
import { readMoving } from '../commerce/dynamic-pricing/read-moving.ts';
import { productFor } from '../commerce/dynamic-pricing/shopper-price.ts';
import { sumOf, times } from '../commerce/money/reckon.ts';
import { readCouponUses } from '../commerce/pricing/coupon-uses.ts';
import { quoteOrder } from '../commerce/pricing/quote-order.ts';
import type { ShopRules } from '../commerce/rules/shop-rules.ts';
import { type DeliveryOption, deliveryOptions } from '../commerce/shipping/delivery-options.ts';
import type { ShopFacts } from '../dialog/book.ts';
import type { Store } from '../storage/store.ts';
import { Failure } from './failure.ts';
import { priceScreen } from './shop-price-screen.ts';
import { findSold } from './stock-sku.ts';

export interface ShopPriceDeps {
  facts(): ShopFacts;
  /** The rules as they are in the folder. */
  rules(): Promise<ShopRules>;
  openStock(): Promise<{ readonly store: Store; close(): Promise<void> }>;
  /** To standard output. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Epoch milliseconds. */
  now(): number;
}

interface Flags {
  readonly quantity: number;
  readonly to?: Destination;
  readonly delivery?: string;
  readonly coupon?: readonly string[];
  readonly group?: string;
  readonly json?: boolean;
}

/** `parley shop price`: what something costs somebody, and why. */
export function addShopPrice(shop: Command, deps: ShopPriceDeps): void {
  shop
    .command('price')
    .description('tell what something costs, line by line')
    .argument('<what>', 'a SKU or a product’s id')
    .option('--quantity <n>', 'how many pieces', readQuantity, 1)
    .option('--to <place>', 'where it goes: US, US-NY, US-10001 or US-NY-10001', readPlace)
    .option('--delivery <id>', 'how it goes there, by the method’s id; the first way when left out')
    .option('--coupon <code...>', 'coupon codes')
    .option('--group <name>', 'the customer’s group, for price lists')
    .option('--json', 'write the quote as JSON, for other programs')
    .action(async (what: string, flags: Flags) => {
      const rules = await deps.rules();
      const stock = await deps.openStock();
      try {
        await tellPrice({ what, flags, rules, store: stock.store }, deps);
      } finally {
        await stock.close();
      }
    });
}

interface Asked {
  readonly what: string;
  readonly flags: Flags;
  readonly rules: ShopRules;
  readonly store: Store;
}

async function tellPrice(asked: Asked, deps: ShopPriceDeps): Promise<void> {
  const { flags, rules, store } = asked;
  const found = await findSold(store, asked.what);
  if (found === null) throw new Failure(`There is no product and no SKU "${asked.what}".`);
  const [shop, now] = [deps.facts(), deps.now()];
  const country = flags.to?.country ?? shop.country;
  const moving = await readMoving(store, [found.product]);
  const product = productFor(found.product, {
    rules,
    shop,
    group: flags.group ?? null,
    country,
    now,
    moving,
    since: now,
  });
  const variant = product.variants.find(({ sku }) => sku === found.variant?.sku) ?? product.variants[0];
  const ways = waysTo(asked, variant, { shop, now });
  const delivery = chosenWay(ways, flags);
  const quote = quoteOrder(
    {
      lines: [{ product, variant, quantity: flags.quantity }],
      destination: flags.to ?? null,
      shipping: delivery && { method: delivery.id, label: delivery.label, price: delivery.price },
      coupons: flags.coupon ?? [],
      uses: await readCouponUses({ store, rules }, flags.coupon ?? [], ''),
      fee: null,
      now,
    },
    rules,
    shop,
  );
  if (flags.json) return deps.write(`${JSON.stringify(quote, null, 2)}\n`);
  deps.write(
    priceScreen(
      {
        quote,
        variant,
        variants: product.variants.length,
        place: flags.to ?? null,
        ways,
        delivery,
        locale: shop.locale,
      },
      deps.isTerminal,
    ),
  );
}

function waysTo(
  { flags, rules }: Asked,
  variant: Variant,
  { shop, now }: { readonly shop: ShopFacts; readonly now: number },
): readonly DeliveryOption[] {
  if (!flags.to) return [];
  const goods = sumOf([times(variant.price, flags.quantity)], shop.currency);
  return deliveryOptions({ rules, shop, destination: flags.to, goods, now });
}

function chosenWay(ways: readonly DeliveryOption[], { delivery }: Flags): DeliveryOption | null {
  if (delivery === undefined) return ways[0] ?? null;
  const chosen = ways.find(({ id }) => id === delivery);
  if (chosen) return chosen;
  const known = ways.map(({ id }) => id).join(', ');
  throw new Failure(
    `There is no delivery "${delivery}" to there. ${known === '' ? 'Say where with --to.' : `There is: ${known}.`}`,
  );
}

function readQuantity(text: string): number {
  const quantity = Number(text);
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= 10_000) return quantity;
  throw new InvalidArgumentError('a whole number from 1 to 10000 is needed');
}

/** `US-NY-10001`: a part with a digit in it begins the postcode. */
export function readPlace(text: string): Destination {
  const [country = '', ...rest] = text.trim().split('-');
  if (!/^[A-Za-z]{2}$/u.test(country))
    throw new InvalidArgumentError('a country’s two letters come first, as in US-NY-10001');
  const at = rest.findIndex((part) => /\d/u.test(part));
  const region = rest.slice(0, at < 0 ? undefined : at).join('-');
  const postcode = at < 0 ? '' : rest.slice(at).join('-');
  return { country: country.toUpperCase(), region: region || null, postcode: postcode || null };
}
