/*
 * Every page stays below 1,000 points, which is the most that a query may ask for: an object is a point, a connection two and its objects
 * (https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits).
 */

const variantParts = `
fragment VariantParts on ProductVariant {
  id
  sku
  price
  compareAtPrice
  inventoryPolicy
  inventoryQuantity
  selectedOptions { name value }
  inventoryItem { id tracked }
}`;

const productParts = `
fragment ProductParts on Product {
  id
  handle
  title
  descriptionHtml
  vendor
  productType
  tags
  status
  category { fullName }
  media(first: 5) { nodes { ... on MediaImage { image { url } } } }
  variants(first: 25) {
    pageInfo { hasNextPage endCursor }
    nodes { ...VariantParts }
  }
}
${variantParts}`;

export const shopDocument = `query Shop { shop { currencyCode } }`;

export const productsDocument = `
query Products($after: String, $query: String) {
  products(first: 8, after: $after, query: $query, sortKey: ID) {
    pageInfo { hasNextPage endCursor }
    nodes { ...ProductParts }
  }
}
${productParts}`;

export const productDocument = `
query Product($id: ID!) {
  product(id: $id) { ...ProductParts }
}
${productParts}`;

export const variantsDocument = `
query Variants($id: ID!, $after: String) {
  product(id: $id) {
    variants(first: 200, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { ...VariantParts }
    }
  }
}
${variantParts}`;

export const existingDocument = `
query Existing($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Product { id status } }
}`;

export const levelsDocument = `
query Levels($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on InventoryItem {
      id
      tracked
      variants(first: 1) { nodes { inventoryPolicy } }
      inventoryLevels(first: 20) {
        nodes {
          location { id }
          quantities(names: ["available"]) { name quantity }
        }
      }
    }
  }
}`;

export const adjustDocument = `
mutation Adjust($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
    userErrors { field code }
  }
}`;

const orderParts = `
fragment OrderParts on Order {
  id
  name
  sourceIdentifier
  createdAt
  cancelledAt
  displayFulfillmentStatus
  totalPriceSet { shopMoney { amount currencyCode } }
  totalRefundedSet { shopMoney { amount currencyCode } }
  email
  phone
  shippingAddress { name company address1 address2 city provinceCode zip countryCodeV2 phone }
  lineItems(first: 40) {
    nodes {
      title
      variantTitle
      sku
      quantity
      originalUnitPriceSet { shopMoney { amount currencyCode } }
    }
  }
  fulfillments(first: 10) {
    status
    displayStatus
    createdAt
    updatedAt
    estimatedDeliveryAt
    trackingInfo(first: 1) { company number url }
  }
}`;

export const ordersDocument = `
query Orders($after: String, $query: String) {
  orders(first: 5, after: $after, query: $query, sortKey: ID) {
    pageInfo { hasNextPage endCursor }
    nodes { ...OrderParts }
  }
}
${orderParts}`;

export const orderDocument = `
query Order($id: ID!) {
  order(id: $id) { ...OrderParts }
}
${orderParts}`;

export const createOrderDocument = `
mutation CreateOrder($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order { ...OrderParts }
    userErrors { field code }
  }
}
${orderParts}`;

export const cancelDocument = `
mutation Cancel($orderId: ID!, $staffNote: String) {
  orderCancel(
    orderId: $orderId
    notifyCustomer: false
    refundMethod: { originalPaymentMethodsRefund: false }
    restock: true
    reason: CUSTOMER
    staffNote: $staffNote
  ) {
    job { id }
    orderCancelUserErrors { field code }
  }
}`;

export const paymentsDocument = `
query Payments($id: ID!) {
  order(id: $id) {
    cancelledAt
    transactions(first: 20) { id kind status gateway }
  }
}`;

export const refundDocument = `
mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id }
    userErrors { field }
  }
}`;

export const updateOrderDocument = `
mutation UpdateOrder($input: OrderInput!) {
  orderUpdate(input: $input) {
    order { id }
    userErrors { field }
  }
}`;
