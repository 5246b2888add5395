import { z } from 'zod';

/** What the documents ask for, as it comes. */
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

export const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) });

export const variant = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  price: z.string(),
  compareAtPrice: z.string().nullable(),
  inventoryPolicy: z.enum(['DENY', 'CONTINUE']),
  inventoryQuantity: z.int().nullable(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
  inventoryItem: z.object({ id: z.string(), tracked: z.boolean() }),
});
export type VariantAnswer = z.output<typeof variant>;

const variants = z.object({ pageInfo, nodes: z.array(variant) });

export const product = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  status: z.string(),
  category: z.object({ fullName: z.string() }).nullable(),
  media: z.object({ nodes: z.array(z.object({ image: z.object({ url: z.string() }).nullish() })) }),
  variants,
});
export type ProductAnswer = z.output<typeof product>;

export const shopAnswer = z.object({ shop: z.object({ currencyCode: z.string() }) });
export const productsAnswer = z.object({ products: z.object({ pageInfo, nodes: z.array(product) }) });
export const productAnswer = z.object({ product: product.nullable() });
export const variantsAnswer = z.object({ product: z.object({ variants }).nullable() });
export const existingAnswer = z.object({
  nodes: z.array(z.object({ id: z.string().optional(), status: z.string().optional() }).nullable()),
});

const level = z.object({
  location: z.object({ id: z.string() }),
  quantities: z.array(z.object({ name: z.string(), quantity: z.int() })),
});
export const levelsAnswer = z.object({
  nodes: z.array(
    z
      .object({
        id: z.string(),
        tracked: z.boolean(),
        variants: z.object({ nodes: z.array(z.object({ inventoryPolicy: z.string() })) }).nullable(),
        inventoryLevels: z.object({ nodes: z.array(level) }),
      })
      .nullable(),
  ),
});
export type LevelsAnswer = z.output<typeof levelsAnswer>;

const address = z.object({
  name: z.string().nullable(),
  company: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  city: z.string().nullable(),
  provinceCode: z.string().nullable(),
  zip: z.string().nullable(),
  countryCodeV2: z.string().nullable(),
  phone: z.string().nullable(),
});

export const order = z.object({
  id: z.string(),
  name: z.string(),
  sourceIdentifier: z.string().nullable(),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  totalPriceSet: money,
  totalRefundedSet: money,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  shippingAddress: address.nullable(),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        title: z.string(),
        variantTitle: z.string().nullable(),
        sku: z.string().nullable(),
        quantity: z.int(),
        originalUnitPriceSet: money,
      }),
    ),
  }),
  fulfillments: z.array(
    z.object({
      status: z.string(),
      displayStatus: z.string().nullable(),
      createdAt: z.string(),
      updatedAt: z.string(),
      estimatedDeliveryAt: z.string().nullable(),
      trackingInfo: z.array(
        z.object({ company: z.string().nullable(), number: z.string().nullable(), url: z.string().nullable() }),
      ),
    }),
  ),
});
export type OrderAnswer = z.output<typeof order>;
export type AddressAnswer = z.output<typeof address>;

export const ordersAnswer = z.object({ orders: z.object({ pageInfo, nodes: z.array(order) }) });
export const orderAnswer = z.object({ order: order.nullable() });

const userErrors = z.array(z.object({ field: z.array(z.string()).nullable(), code: z.string().nullish() }));
export type UserErrors = z.output<typeof userErrors>;

export const createOrderAnswer = z.object({ orderCreate: z.object({ order: order.nullable(), userErrors }) });
export const adjustAnswer = z.object({ inventoryAdjustQuantities: z.object({ userErrors }) });
export const cancelAnswer = z.object({ orderCancel: z.object({ orderCancelUserErrors: userErrors }) });
export const refundAnswer = z.object({ refundCreate: z.object({ userErrors }) });
export const updateOrderAnswer = z.object({ orderUpdate: z.object({ userErrors }) });
export const paymentsAnswer = z.object({
  order: z
    .object({
      cancelledAt: z.string().nullable(),
      transactions: z.array(
        z.object({ id: z.string(), kind: z.string(), status: z.string(), gateway: z.string().nullable() }),
      ),
    })
    .nullable(),
});
