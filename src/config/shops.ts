import { z } from 'zod';

export interface ShopifySettings {
  /** `my-shop.myshopify.com`. */
  readonly shop: string;
  readonly accessToken: string;
  /** What signs webhooks; `null`: none are taken. */
  readonly webhookSecret: string | null;
  /** Another server; Shopify's own when `null`. */
  readonly apiRoot: string | null;
  /** Location's number over there → place of ours; `null`: all locations are one. */
  readonly locations: ReadonlyMap<string, string> | null;
}

export interface WoocommerceSettings {
  /** The shop's address, with its folder where it has one. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly webhookSecret: string | null;
}

/** The merchant's real shops; none of them need be. */
export interface ShopSystemsSettings {
  readonly shopify: ShopifySettings | null;
  readonly woocommerce: WoocommerceSettings | null;
}

export const shopSystemsVariables = {
  SHOPIFY_SHOP: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/iu,
      'SHOPIFY_SHOP must be the address that Shopify gave, for example my-shop.myshopify.com',
    )
    .optional(),
  SHOPIFY_ACCESS_TOKEN: z.string().optional(),
  SHOPIFY_WEBHOOK_SECRET: z.string().optional(),
  SHOPIFY_API_ROOT: z
    .url({ protocol: /^https?$/u, error: 'SHOPIFY_API_ROOT must be an address, for example http://127.0.0.1:8081' })
    .optional(),
  SHOPIFY_LOCATIONS: z
    .string()
    .regex(
      /^\d+=[a-z0-9-]{1,40}(,\d+=[a-z0-9-]{1,40})*$/u,
      'SHOPIFY_LOCATIONS must be numbers and places, for example 65432=main,65433=berlin',
    )
    .optional(),
  WOOCOMMERCE_URL: z
    .url({
      protocol: /^https?$/u,
      error: 'WOOCOMMERCE_URL must be the shop’s address, for example https://shop.example.com',
    })
    .optional(),
  WOOCOMMERCE_KEY: z
    .string()
    .regex(/^ck_\w+$/u, 'WOOCOMMERCE_KEY must begin with ck_')
    .optional(),
  WOOCOMMERCE_SECRET: z
    .string()
    .regex(/^cs_\w+$/u, 'WOOCOMMERCE_SECRET must begin with cs_')
    .optional(),
  WOOCOMMERCE_WEBHOOK_SECRET: z.string().optional(),
};

const variables = z.object(shopSystemsVariables);
type Variables = z.output<typeof variables>;

export function shopSystemsSettings(set: Variables): ShopSystemsSettings {
  return { shopify: shopify(set), woocommerce: woocommerce(set) };
}

function shopify(set: Variables): ShopifySettings | null {
  const { SHOPIFY_SHOP: shop, SHOPIFY_ACCESS_TOKEN: accessToken } = set;
  if (shop === undefined || accessToken === undefined) return null;
  const pairs = set.SHOPIFY_LOCATIONS?.split(',').map((pair) => pair.split('='));
  return {
    ...{ shop: shop.toLowerCase(), accessToken },
    webhookSecret: set.SHOPIFY_WEBHOOK_SECRET ?? null,
    apiRoot: set.SHOPIFY_API_ROOT ?? null,
    locations: pairs === undefined ? null : new Map(pairs.map(([number = '', place = '']) => [number, place])),
  };
}

function woocommerce(set: Variables): WoocommerceSettings | null {
  const { WOOCOMMERCE_URL: url, WOOCOMMERCE_KEY: key, WOOCOMMERCE_SECRET: secret } = set;
  if (url === undefined || key === undefined || secret === undefined) return null;
  return { ...{ url: url.replace(/\/+$/u, ''), key, secret }, webhookSecret: set.WOOCOMMERCE_WEBHOOK_SECRET ?? null };
}

/** What does not go together, a sentence each. */
export function shopSystemsProblems(set: Variables): readonly string[] {
  return [
    ...halfSet(set, ['SHOPIFY_SHOP', 'SHOPIFY_ACCESS_TOKEN'], 'Shopify'),
    ...halfSet(set, ['WOOCOMMERCE_URL', 'WOOCOMMERCE_KEY', 'WOOCOMMERCE_SECRET'], 'WooCommerce'),
    ...openKey(set),
  ];
}

function halfSet(set: Variables, needed: readonly (keyof Variables)[], name: string): readonly string[] {
  const missing = needed.filter((each) => set[each] === undefined);
  if (missing.length === 0 || missing.length === needed.length) return [];
  return [`${name} is half set up: set ${missing.join(', ')} too, or none of them`];
}

/** The key and the secret go with every question: nobody in between may read them. */
function openKey({ WOOCOMMERCE_URL: url }: Variables): readonly string[] {
  if (url === undefined || new URL(url).protocol === 'https:') return [];
  if (['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)) return [];
  return ['WOOCOMMERCE_URL must begin with https://: the key would be readable on its way'];
}
