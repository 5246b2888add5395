import { type FakeOrder, type FakeProduct, type FakeVariant, moveStock, type Shelf, variantBy } from '../shop-shelf.ts';

const gid = (type: string, id: number) => `gid://shopify/${type}/${id}`;
const numberIn = (id: string) => Number(id.split('/').at(-1));
const location = { __typename: 'Location', id: 'gid://shopify/Location/1', name: 'Main' };
const usd = (cents: number) => ({ shopMoney: { amount: (cents / 100).toFixed(2), currencyCode: 'USD' } });
/** As they come in: `12.50`. */
const cents = (bag: { shopMoney: { amount: string } } | undefined) =>
  Math.round(Number(bag?.shopMoney.amount ?? 0) * 100);

/** What answers queries; `isKnown`: this was asked before with the same key. */
export function rootOf(shelf: Shelf, isKnown: boolean) {
  return {
    shop: { currencyCode: 'USD', name: 'Test' },
    products: (wanted: Wanted) => {
      const since = sinceIn(wanted.query);
      const found = [...shelf.products.values()].filter(
        ({ active, changedAt }) => (active || !wanted.query?.includes('status:active')) && changedAt >= since,
      );
      return page(
        found.map((each) => productView(each)),
        wanted,
      );
    },
    product: ({ id }: { id: string }) => {
      const found = shelf.products.get(numberIn(id));
      return found === undefined ? null : productView(found);
    },
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => node(shelf, id)),
    orders: (wanted: Wanted) => {
      const since = sinceIn(wanted.query);
      const reference = /source_identifier:'([^']*)'/u.exec(wanted.query ?? '')?.[1];
      const found = [...shelf.orders.values()].filter(
        (each) => each.changedAt >= since && (reference === undefined || each.reference === reference),
      );
      return page(
        found.map((each) => orderView(each)),
        wanted,
      );
    },
    order: ({ id }: { id: string }) => {
      const found = shelf.orders.get(numberIn(id));
      return found === undefined ? null : orderView(found);
    },
    orderCreate: (input: CreateInput) => create(shelf, input),
    orderCancel: ({ orderId, restock }: { orderId: string; restock: boolean }) =>
      cancel(shelf, numberIn(orderId), restock),
    refundCreate: ({ input }: RefundCreate) => refund(shelf, input, isKnown),
    orderUpdate: ({ input }: { input: { id: string; shippingAddress?: { city?: string } } }) => {
      const found = shelf.orders.get(numberIn(input.id));
      if (found) found.city = input.shippingAddress?.city ?? found.city;
      return { order: found ? orderView(found) : null, userErrors: [] };
    },
    inventoryAdjustQuantities: ({
      input,
    }: {
      input: { changes: readonly { inventoryItemId: string; delta: number; changeFromQuantity?: number | null }[] };
    }) => {
      for (const { inventoryItemId, delta, changeFromQuantity } of input.changes) {
        if (changeFromQuantity === undefined) throw new Error('changeFromQuantity is required');
        const found = variantBy(shelf, numberIn(inventoryItemId) - 1_000_000);
        if (found && found.variant.stock !== null && !isKnown) found.variant.stock += delta;
      }
      return { userErrors: [] };
    },
  };
}

interface Wanted {
  readonly first: number;
  readonly after?: string | null;
  readonly query?: string | null;
}

function sinceIn(query: string | null | undefined): number {
  const time = /updated_at:>='([^']+)'/u.exec(query ?? '')?.[1];
  return time === undefined ? 0 : Date.parse(time);
}

function page<Item extends { readonly id: string }>(items: readonly Item[], { first, after }: Wanted) {
  const sorted = items.toSorted((a, b) => numberIn(a.id) - numberIn(b.id));
  const from = after ? sorted.filter(({ id }) => numberIn(id) > Number(after)) : sorted;
  const nodes = from.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: from.length > first, endCursor: last ? String(numberIn(last.id)) : null } };
}

function productView(product: FakeProduct) {
  const { id, title, handle, description, brand, active, variants } = product;
  return {
    __typename: 'Product',
    ...{ id: gid('Product', id), title, handle, vendor: brand, descriptionHtml: description, productType: 'Shirts' },
    tags: ['summer'],
    status: active ? 'ACTIVE' : 'DRAFT',
    category: { fullName: 'Apparel > Clothing' },
    media: { nodes: [{ __typename: 'MediaImage', image: { url: `https://cdn.example/${id}.jpg` } }] },
    variants: (wanted: Wanted) =>
      page(
        variants.map((variant) => variantView(variant)),
        wanted,
      ),
  };
}

function variantView({ id, sku, options, price, was, stock }: FakeVariant) {
  const given = Object.entries(options).map(([name, value]) => ({ name, value }));
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', id),
    ...{ sku, price, compareAtPrice: was, inventoryPolicy: 'DENY', inventoryQuantity: stock ?? 0 },
    selectedOptions: given.length > 0 ? given : [{ name: 'Title', value: 'Default Title' }],
    inventoryItem: { __typename: 'InventoryItem', id: gid('InventoryItem', id + 1_000_000), tracked: stock !== null },
  };
}

function node(shelf: Shelf, id: string) {
  if (id.includes('/Product/')) {
    const found = shelf.products.get(numberIn(id));
    return found ? productView(found) : null;
  }
  const found = variantBy(shelf, numberIn(id) - 1_000_000);
  if (found === null) return null;
  const { stock } = found.variant;
  const level = {
    location,
    quantities: ({ names }: { names: readonly string[] }) => names.map((name) => ({ name, quantity: stock ?? 0 })),
  };
  return {
    ...{ __typename: 'InventoryItem', id, tracked: stock !== null },
    variants: { nodes: [variantView(found.variant)] },
    inventoryLevels: { nodes: [level] },
  };
}

function orderView(order: FakeOrder) {
  const iso = (time: number) => new Date(time).toISOString();
  return {
    __typename: 'Order',
    id: gid('Order', order.id),
    name: `#${order.id}`,
    sourceIdentifier: order.reference,
    createdAt: iso(order.placedAt),
    updatedAt: iso(order.changedAt),
    cancelledAt: order.cancelled ? iso(order.changedAt) : null,
    displayFulfillmentStatus: order.parcels.length > 0 ? 'FULFILLED' : 'UNFULFILLED',
    totalPriceSet: usd(order.total),
    totalRefundedSet: usd(order.refunded),
    email: 'ann@example.com',
    phone: null,
    shippingAddress: {
      name: 'Ann Lee',
      address1: '1 Main St',
      city: order.city,
      provinceCode: 'NY',
      zip: '10001',
      countryCodeV2: 'US',
    },
    lineItems: {
      nodes: order.lines.map(({ title, sku, quantity, unit }) => ({
        title,
        variantTitle: null,
        sku,
        quantity,
        originalUnitPriceSet: usd(unit),
      })),
    },
    fulfillments: order.parcels.map(({ tracking, state }) => ({
      status: 'SUCCESS',
      displayStatus: state === 'delivered' ? 'DELIVERED' : 'FULFILLED',
      createdAt: iso(order.changedAt),
      updatedAt: iso(order.changedAt),
      trackingInfo: [{ company: 'UPS', number: tracking || null, url: null }],
    })),
    transactions: order.paid
      ? [{ id: gid('OrderTransaction', order.id), kind: 'SALE', status: 'SUCCESS', gateway: 'Parley' }]
      : [],
  };
}

type Bag = { shopMoney: { amount: string } };
interface CreateInput {
  readonly order: {
    readonly sourceIdentifier?: string;
    readonly processedAt?: string;
    readonly financialStatus?: string;
    readonly shippingAddress?: { readonly city?: string };
    readonly lineItems?: readonly {
      variantId?: string;
      title?: string;
      sku?: string;
      quantity: number;
      priceSet?: Bag;
    }[];
    readonly shippingLines?: readonly { priceSet: Bag }[];
    readonly discountCode?: { itemFixedDiscountCode?: { amountSet?: Bag } };
    readonly taxesIncluded?: boolean;
    readonly taxLines?: readonly { priceSet?: Bag }[];
    readonly transactions?: readonly { amountSet: Bag }[];
  };
  readonly options?: { readonly inventoryBehaviour?: string };
}

function create(shelf: Shelf, { order, options }: CreateInput) {
  const refused = (field: string) => ({
    order: null,
    userErrors: [{ field: ['order', field], message: 'is invalid', code: 'INVALID' }],
  });
  if (!order.lineItems?.length) return refused('lineItems');
  const lines = order.lineItems.map(({ variantId, title, sku, quantity, priceSet }) => {
    const found = variantId === undefined ? null : variantBy(shelf, numberIn(variantId));
    return {
      title: found?.product.title ?? title ?? '',
      sku: found?.variant.sku ?? sku ?? '',
      variant: found?.variant.id ?? null,
      quantity,
      unit: cents(priceSet),
    };
  });
  if (
    order.lineItems.some(({ variantId }) => variantId !== undefined && variantBy(shelf, numberIn(variantId)) === null)
  )
    return refused('variantId');
  const sum = (bags: readonly (Bag | undefined)[]) => bags.reduce((all, bag) => all + cents(bag), 0);
  const goods = lines.reduce((all, { quantity, unit }) => all + quantity * unit, 0);
  const taxes = order.taxesIncluded ? 0 : sum((order.taxLines ?? []).map(({ priceSet }) => priceSet));
  const shipping = sum((order.shippingLines ?? []).map(({ priceSet }) => priceSet));
  const total = goods + shipping + taxes - cents(order.discountCode?.itemFixedDiscountCode?.amountSet);
  const id = 5_000 + shelf.orders.size + 1;
  const paid = order.financialStatus === 'PAID';
  const made: FakeOrder = {
    ...{
      id,
      lines,
      total,
      paid,
      reference: order.sourceIdentifier ?? null,
      placedAt: Date.parse(order.processedAt ?? ''),
      changedAt: shelf.now,
    },
    ...{ cancelled: false, refunded: 0, refundKeys: new Set(), parcels: [], city: order.shippingAddress?.city ?? '' },
  };
  shelf.orders.set(id, made);
  if (options?.inventoryBehaviour !== 'BYPASS') moveStock(shelf, made, -1);
  return { order: orderView(made), userErrors: [] };
}

function cancel(shelf: Shelf, id: number, restock: boolean) {
  const found = shelf.orders.get(id);
  const refused = {
    job: null,
    orderCancelUserErrors: [{ field: ['orderId'], message: 'cannot be cancelled', code: 'INVALID' }],
  };
  if (!found || found.cancelled || found.parcels.length > 0) return refused;
  found.cancelled = true;
  found.changedAt = shelf.now;
  if (restock) moveStock(shelf, found, 1);
  return { job: { id: 'gid://shopify/Job/1', done: true }, orderCancelUserErrors: [] };
}

interface RefundCreate {
  readonly input: {
    readonly orderId: string;
    readonly transactions?: readonly { parentId?: string; amount: string }[];
  };
}

function refund(shelf: Shelf, { orderId, transactions = [] }: RefundCreate['input'], isKnown: boolean) {
  const found = shelf.orders.get(numberIn(orderId));
  if (!found || transactions.some(({ parentId }) => parentId === undefined)) {
    return { refund: null, userErrors: [{ field: ['transactions'], message: 'parent is missing' }] };
  }
  if (!isKnown) found.refunded += transactions.reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0);
  return { refund: { id: 'gid://shopify/Refund/1' }, userErrors: [] };
}
