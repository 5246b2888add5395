import { z } from 'zod';

const named = z.array(z.object({ name: z.string() }));
const number = z.union([z.number(), z.null()]);

const stock = {
  id: z.int(),
  manage_stock: z.union([z.boolean(), z.literal('parent')]),
  stock_quantity: number,
  stock_status: z.string(),
  backorders: z.string().default('no'),
};
export const stockAnswer = z.object(stock);
export type StockAnswer = z.output<typeof stockAnswer>;

const priced = {
  ...stock,
  sku: z.string(),
  price: z.string(),
  regular_price: z.string(),
};

export const variation = z.object({
  ...priced,
  status: z.string().default('publish'),
  attributes: z.array(z.object({ name: z.string(), option: z.string() })),
  image: z.object({ src: z.string() }).nullish(),
});
export type VariationAnswer = z.output<typeof variation>;

export const product = z.object({
  ...priced,
  name: z.string(),
  slug: z.string(),
  type: z.string(),
  status: z.string(),
  parent_id: z.int().default(0),
  description: z.string(),
  short_description: z.string(),
  categories: named,
  tags: named,
  brands: named.default([]),
  images: z.array(z.object({ src: z.string() })),
  attributes: z.array(z.object({ name: z.string(), variation: z.boolean(), options: z.array(z.string()) })),
});
export type ProductAnswer = z.output<typeof product>;

export const idAnswer = z.object({ id: z.int() });
export const currencyAnswer = z.object({ code: z.string() });

const address = z.object({
  first_name: z.string(),
  last_name: z.string(),
  company: z.string().default(''),
  address_1: z.string(),
  address_2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
});
export type AddressAnswer = z.output<typeof address>;

const meta = z.array(z.object({ key: z.string(), value: z.unknown() }));

export const order = z.object({
  id: z.int(),
  number: z.string(),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: z.string(),
  date_modified_gmt: z.string(),
  date_completed_gmt: z.string().nullable(),
  total: z.string(),
  billing: address,
  shipping: address,
  meta_data: meta,
  line_items: z.array(z.object({ name: z.string(), sku: z.string().nullable(), quantity: z.int(), price: z.number() })),
  refunds: z.array(z.object({ id: z.int(), total: z.string() })),
});
export type OrderAnswer = z.output<typeof order>;

export const refund = z.object({ id: z.int(), meta_data: meta });

/** Of the extension Shipment Tracking, which keeps it with the order: https://woocommerce.com/document/shipment-tracking/ */
export const trackingItems = z.array(
  z.object({
    tracking_provider: z.string().default(''),
    custom_tracking_provider: z.string().default(''),
    custom_tracking_link: z.string().default(''),
    tracking_number: z.string(),
    date_shipped: z.union([z.string(), z.number()]).nullish(),
  }),
);
