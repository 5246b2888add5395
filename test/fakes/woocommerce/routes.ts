import { z } from 'zod';
import { type FakeOrder, type FakeProduct, type FakeVariant, moveStock, type Shelf, variantBy } from '../shop-shelf.ts';

export interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

const refused = (status: number, code: string): Answer => ({
  status,
  body: { code, message: 'A sentence that may quote what was sent.' },
});
const invalid = (name: string) => refused(400, `rest_invalid_param_${name}`);

/** https://woocommerce.github.io/woocommerce-rest-api-docs: parameters that it does not know are let pass, misspelt bodies are not. */
export function answerOf(shelf: Shelf, asked: Asked): Answer {
  const path = asked.url.pathname.replace(/^\/wp-json\/wc\/v3\//u, '').split('/');
  const [what, id, sub, child] = path;
  const isWrite = asked.method !== 'GET';
  if (what === 'data') return { status: 200, body: { code: 'USD', name: 'US dollar', symbol: '$' } };
  if (what === 'products' && id === undefined) return products(shelf, asked.url);
  if (what === 'products' && sub === 'variations') return variations(shelf, asked, { product: Number(id), child });
  if (what === 'products') return product(shelf, asked, Number(id));
  if (what === 'orders' && sub === 'refunds') return refunds(shelf, asked, Number(id));
  if (what === 'orders' && id === undefined) return isWrite ? create(shelf, asked.body) : orders(shelf, asked.url);
  if (what === 'orders') return order(shelf, asked, Number(id));
  return refused(404, 'rest_no_route');
}

function paged<Item extends { readonly id: number }>(
  items: readonly Item[],
  { searchParams }: URL,
): readonly Item[] | null {
  const [size, offset, page] = ['per_page', 'offset', 'page'].map((name) =>
    Number(searchParams.get(name) ?? Number.NaN),
  );
  if (size === undefined || size > 100 || size < 1 || searchParams.get('orderby') === 'modified') return null;
  const include = searchParams.get('include')?.split(',').map(Number);
  const chosen = include ? items.filter(({ id }) => include.includes(id)) : items;
  const count = Number.isNaN(size) ? 10 : size;
  const start = Number.isNaN(offset) ? (Number.isNaN(page) ? 0 : (Number(page) - 1) * count) : Number(offset);
  return chosen.toSorted((a, b) => a.id - b.id).slice(start, start + count);
}

function since(url: URL, name: string): number {
  const given = url.searchParams.get(name);
  if (given !== null && url.searchParams.get('dates_are_gmt') !== 'true')
    throw new Error('times are read in the shop’s own zone');
  return given === null ? 0 : Date.parse(given);
}

function products(shelf: Shelf, url: URL): Answer {
  const found = [...shelf.products.values()].filter(({ active, changedAt }) => {
    return (active || url.searchParams.get('status') !== 'publish') && changedAt >= since(url, 'modified_after');
  });
  const page = paged(found, url);
  return page === null ? invalid('per_page') : { status: 200, body: page.map(productView) };
}

const stockBody = z.strictObject({ stock_quantity: z.int() });

function product(shelf: Shelf, { method, body }: Asked, id: number): Answer {
  const found = shelf.products.get(id);
  if (found === undefined) return refused(404, 'woocommerce_rest_product_invalid_id');
  if (method === 'PUT') {
    const [variant] = found.variants;
    if (variant) variant.stock = stockBody.parse(body).stock_quantity;
  }
  return { status: 200, body: productView(found) };
}

function variations(
  shelf: Shelf,
  { method, url, body }: Asked,
  { product: id, child }: { product: number; child: string | undefined },
): Answer {
  const found = shelf.products.get(id);
  if (found === undefined) return refused(404, 'woocommerce_rest_product_invalid_id');
  if (child === undefined) return { status: 200, body: paged(found.variants.map(variationView), url) ?? [] };
  const variant = found.variants.find((one) => one.id === Number(child));
  if (variant === undefined) return refused(404, 'woocommerce_rest_product_variation_invalid_id');
  if (method === 'PUT') variant.stock = stockBody.parse(body).stock_quantity;
  return { status: 200, body: variationView(variant) };
}

function isSimple({ variants }: FakeProduct): boolean {
  return variants.length === 1 && Object.keys(variants[0]?.options ?? {}).length === 0;
}

function stockView(stock: number | null) {
  return {
    manage_stock: stock !== null,
    stock_quantity: stock,
    stock_status: stock === 0 ? 'outofstock' : 'instock',
    backorders: 'no',
  };
}

function priceView({ sku, price, was }: FakeVariant) {
  return { sku, price, regular_price: was ?? price, sale_price: was === null ? '' : price };
}

function productView(product: FakeProduct) {
  const [first] = product.variants;
  const simple = isSimple(product);
  const names = [...new Set(product.variants.flatMap(({ options }) => Object.keys(options)))];
  return {
    ...{
      id: product.id,
      name: product.title,
      slug: product.handle,
      type: simple ? 'simple' : 'variable',
      parent_id: 0,
    },
    ...{ status: product.active ? 'publish' : 'draft', description: product.description, short_description: '' },
    ...(simple && first
      ? { ...priceView(first), ...stockView(first.stock) }
      : { sku: '', price: first?.price ?? '', regular_price: '', ...stockView(null) }),
    categories: [{ id: 1, name: 'Apparel &amp; Clothing', slug: 'apparel' }],
    tags: [{ id: 2, name: 'summer', slug: 'summer' }],
    brands: [{ id: 3, name: product.brand, slug: 'brand' }],
    images: [{ id: 4, src: `https://cdn.example/${product.id}.jpg` }],
    attributes: names.map((name, at) => ({
      id: at,
      name,
      variation: true,
      options: product.variants.map(({ options }) => options[name] ?? ''),
    })),
  };
}

function variationView(variant: FakeVariant) {
  const attributes = Object.entries(variant.options).map(([name, option]) => ({ id: 0, name, option }));
  return {
    id: variant.id,
    status: 'publish',
    ...priceView(variant),
    ...stockView(variant.stock),
    attributes,
    image: null,
  };
}

function orders(shelf: Shelf, url: URL): Answer {
  const found = [...shelf.orders.values()].filter(({ changedAt, placedAt }) => {
    return changedAt >= since(url, 'modified_after') && placedAt >= since(url, 'after');
  });
  const page = paged(found, url);
  return page === null ? invalid('per_page') : { status: 200, body: page.map(orderView) };
}

const addressBody = z.strictObject({
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  address_1: z.string().optional(),
  address_2: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postcode: z.string().optional(),
  country: z.string().length(2).optional(),
  email: z.email().optional(),
  phone: z.string().optional(),
});
const metaBody = z.array(z.strictObject({ key: z.string(), value: z.string() }));
const decimal = z.string().regex(/^\d+\.\d\d$/u);

const orderBody = z.strictObject({
  status: z.enum(['pending', 'processing', 'on-hold', 'completed']),
  currency: z.literal('USD'),
  set_paid: z.boolean(),
  payment_method: z.string(),
  payment_method_title: z.string(),
  billing: addressBody,
  shipping: addressBody.optional(),
  line_items: z
    .array(
      z.strictObject({
        product_id: z.int().optional(),
        variation_id: z.int().optional(),
        name: z.string().optional(),
        sku: z.string().optional(),
        quantity: z.int().min(1),
        subtotal: decimal,
        total: decimal,
      }),
    )
    .min(1),
  shipping_lines: z.array(z.strictObject({ method_id: z.string(), method_title: z.string(), total: decimal })),
  fee_lines: z.array(z.strictObject({ name: z.string(), total: decimal })),
  meta_data: metaBody,
  customer_note: z.string().optional(),
});

const toCents = (text: string) => Math.round(Number(text) * 100);

function create(shelf: Shelf, body: unknown): Answer {
  const read = orderBody.safeParse(body);
  if (!read.success) return invalid(read.error.issues[0]?.path.join('_') ?? 'body');
  const { line_items, shipping_lines, fee_lines, meta_data, set_paid, shipping } = read.data;
  const lines = line_items.map(({ product_id, variation_id, name = '', sku = '', quantity, total }) => {
    const id = variation_id ?? shelf.products.get(product_id ?? -1)?.variants[0]?.id ?? null;
    const found = id === null ? null : variantBy(shelf, id);
    const known = found ? { title: found.product.title, sku: found.variant.sku } : { title: name, sku };
    return { ...known, variant: id, quantity, unit: toCents(total) / quantity };
  });
  if (line_items.some(({ product_id }) => product_id !== undefined && !shelf.products.has(product_id)))
    return refused(400, 'woocommerce_rest_invalid_product_id');
  const all = [...line_items, ...shipping_lines, ...fee_lines].reduce((sum, { total }) => sum + toCents(total), 0);
  const id = 5_000 + shelf.orders.size + 1;
  const made: FakeOrder = {
    ...{
      id,
      lines,
      total: all,
      paid: set_paid,
      reference: meta_data.find(({ key }) => key === '_parley_order')?.value ?? null,
    },
    ...{
      placedAt: shelf.now,
      changedAt: shelf.now,
      cancelled: false,
      refunded: 0,
      refundKeys: new Set<string>(),
      parcels: [],
      city: shipping?.city ?? '',
    },
  };
  shelf.orders.set(id, made);
  moveStock(shelf, made, -1);
  return { status: 201, body: orderView(made) };
}

const changeBody = z.strictObject({ status: z.literal('cancelled').optional(), shipping: addressBody.optional() });

function order(shelf: Shelf, { method, body }: Asked, id: number): Answer {
  const found = shelf.orders.get(id);
  if (found === undefined) return refused(404, 'woocommerce_rest_shop_order_invalid_id');
  if (method === 'PUT') {
    const change = changeBody.parse(body);
    if (change.status === 'cancelled' && !found.cancelled) {
      found.cancelled = true;
      moveStock(shelf, found, 1);
    }
    found.city = change.shipping?.city ?? found.city;
    found.changedAt = shelf.now;
  }
  return { status: 200, body: orderView(found) };
}

const refundBody = z.strictObject({
  amount: decimal,
  reason: z.string(),
  api_refund: z.literal(false),
  api_restock: z.literal(false),
  meta_data: metaBody,
});

function refunds(shelf: Shelf, { method, body }: Asked, id: number): Answer {
  const found = shelf.orders.get(id);
  if (found === undefined) return refused(404, 'woocommerce_rest_shop_order_invalid_id');
  const view = (key: string, at: number) => ({ id: at + 1, meta_data: [{ id: 1, key: '_parley_refund', value: key }] });
  if (method === 'GET') return { status: 200, body: [...found.refundKeys].map(view) };
  const read = refundBody.safeParse(body);
  if (!read.success) return invalid('amount');
  found.refunded += toCents(read.data.amount);
  found.refundKeys.add(read.data.meta_data[0]?.value ?? '');
  return { status: 201, body: { id: found.refundKeys.size } };
}

function orderView(order: FakeOrder) {
  const gmt = (time: number) => new Date(time).toISOString().slice(0, 19);
  const address = {
    first_name: 'Ann',
    last_name: 'Lee',
    company: '',
    address_1: '1 Main St',
    address_2: '',
    city: order.city,
    state: 'NY',
    postcode: '10001',
    country: 'US',
  };
  const [parcel] = order.parcels;
  const tracking = parcel?.tracking
    ? [
        {
          id: 9,
          key: '_wc_shipment_tracking_items',
          value: [{ tracking_provider: 'UPS', tracking_number: parcel.tracking }],
        },
      ]
    : [];
  const reference = order.reference === null ? [] : [{ id: 8, key: '_parley_order', value: order.reference }];
  return {
    ...{ id: order.id, number: String(order.id), currency: 'USD', total: (order.total / 100).toFixed(2) },
    status: order.cancelled ? 'cancelled' : parcel ? 'completed' : 'processing',
    ...{
      date_created_gmt: gmt(order.placedAt),
      date_modified_gmt: gmt(order.changedAt),
      date_completed_gmt: parcel ? gmt(order.changedAt) : null,
    },
    billing: { ...address, email: 'ann@example.com', phone: '' },
    shipping: address,
    meta_data: [...reference, ...tracking],
    line_items: order.lines.map(({ title, sku, quantity, unit }) => ({
      id: 1,
      name: title,
      sku,
      quantity,
      price: unit / 100,
    })),
    refunds: order.refunded > 0 ? [{ id: 1, total: `-${(order.refunded / 100).toFixed(2)}` }] : [],
  };
}
