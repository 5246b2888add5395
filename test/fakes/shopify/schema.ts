/** The part of the Admin API's schema (2026-07) that is asked for, as https://shopify.dev/docs/api/admin-graphql/2026-07 describes it. */
export const schemaText = /* GraphQL */ `
  directive @idempotent(key: String!) on FIELD

  scalar DateTime
  scalar Decimal
  scalar HTML
  scalar Money
  scalar URL
  enum CurrencyCode { USD EUR JPY KWD }
  enum CountryCode { US DE GB }
  enum ProductSortKeys { ID UPDATED_AT TITLE }
  enum OrderSortKeys { ID UPDATED_AT CREATED_AT }
  enum ProductStatus { ACTIVE ARCHIVED DRAFT UNLISTED }
  enum ProductVariantInventoryPolicy { DENY CONTINUE }
  enum OrderDisplayFulfillmentStatus { FULFILLED UNFULFILLED PARTIALLY_FULFILLED IN_PROGRESS ON_HOLD }
  enum FulfillmentStatus { SUCCESS CANCELLED ERROR FAILURE }
  enum FulfillmentDisplayStatus { FULFILLED IN_TRANSIT OUT_FOR_DELIVERY DELIVERED ATTEMPTED_DELIVERY FAILURE LABEL_PRINTED }
  enum OrderTransactionKind { SALE REFUND CAPTURE AUTHORIZATION VOID }
  enum OrderTransactionStatus { SUCCESS PENDING FAILURE ERROR }
  enum OrderCancelReason { CUSTOMER DECLINED FRAUD INVENTORY OTHER STAFF }
  enum OrderCreateFinancialStatus { PAID PENDING AUTHORIZED REFUNDED VOIDED EXPIRED PARTIALLY_PAID PARTIALLY_REFUNDED }
  enum OrderCreateInputsInventoryBehavior { BYPASS DECREMENT_IGNORING_POLICY DECREMENT_OBEYING_POLICY }

  interface Node { id: ID! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Shop { currencyCode: CurrencyCode! name: String! }
  type MoneyV2 { amount: Decimal! currencyCode: CurrencyCode! }
  type MoneyBag { shopMoney: MoneyV2! presentmentMoney: MoneyV2! }
  type TaxonomyCategory { fullName: String! name: String! }
  type Image { url: URL! altText: String }
  interface Media { alt: String }
  type MediaImage implements Media & Node { id: ID! alt: String image: Image }
  type MediaConnection { nodes: [Media!]! }
  type SelectedOption { name: String! value: String! }
  type Product implements Node {
    id: ID! handle: String! title: String! descriptionHtml: HTML! vendor: String! productType: String! tags: [String!]!
    status: ProductStatus! updatedAt: DateTime! category: TaxonomyCategory
    media(first: Int): MediaConnection!
    variants(first: Int, after: String): ProductVariantConnection!
  }
  type ProductConnection { nodes: [Product!]! pageInfo: PageInfo! }
  type ProductVariant implements Node {
    id: ID! sku: String price: Money! compareAtPrice: Money inventoryPolicy: ProductVariantInventoryPolicy!
    inventoryQuantity: Int selectedOptions: [SelectedOption!]! inventoryItem: InventoryItem!
  }
  type ProductVariantConnection { nodes: [ProductVariant!]! pageInfo: PageInfo! }
  type Location implements Node { id: ID! name: String! }
  type InventoryQuantity { name: String! quantity: Int! }
  type InventoryLevel implements Node { id: ID! location: Location! quantities(names: [String!]!): [InventoryQuantity!]! }
  type InventoryLevelConnection { nodes: [InventoryLevel!]! pageInfo: PageInfo! }
  type InventoryItem implements Node {
    id: ID! tracked: Boolean! sku: String
    variants(first: Int): ProductVariantConnection
    inventoryLevels(first: Int): InventoryLevelConnection!
  }
  type MailingAddress {
    name: String company: String address1: String address2: String city: String provinceCode: String zip: String
    countryCodeV2: CountryCode phone: String
  }
  type LineItem { title: String! variantTitle: String sku: String quantity: Int! originalUnitPriceSet: MoneyBag! }
  type LineItemConnection { nodes: [LineItem!]! }
  type FulfillmentTrackingInfo { company: String number: String url: URL }
  type Fulfillment {
    status: FulfillmentStatus! displayStatus: FulfillmentDisplayStatus createdAt: DateTime! updatedAt: DateTime!
    estimatedDeliveryAt: DateTime trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
  }
  type OrderTransaction { id: ID! kind: OrderTransactionKind! status: OrderTransactionStatus! gateway: String }
  type Order implements Node {
    id: ID! name: String! sourceIdentifier: String createdAt: DateTime! updatedAt: DateTime! cancelledAt: DateTime
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus! totalPriceSet: MoneyBag! totalRefundedSet: MoneyBag!
    email: String phone: String shippingAddress: MailingAddress
    lineItems(first: Int): LineItemConnection! fulfillments(first: Int): [Fulfillment!]!
    transactions(first: Int): [OrderTransaction!]!
  }
  type OrderConnection { nodes: [Order!]! pageInfo: PageInfo! }
  type Query {
    shop: Shop!
    products(first: Int, after: String, query: String, sortKey: ProductSortKeys): ProductConnection!
    product(id: ID!): Product
    nodes(ids: [ID!]!): [Node]!
    orders(first: Int, after: String, query: String, sortKey: OrderSortKeys): OrderConnection!
    order(id: ID!): Order
  }

  input MoneyInput { amount: Decimal! currencyCode: CurrencyCode! }
  input MoneyBagInput { shopMoney: MoneyInput! presentmentMoney: MoneyInput }
  input MailingAddressInput {
    firstName: String lastName: String company: String address1: String address2: String city: String
    provinceCode: String zip: String countryCode: CountryCode phone: String
  }
  input OrderCreateTaxLineInput { title: String! rate: Decimal! priceSet: MoneyBagInput channelLiable: Boolean }
  input OrderCreateLineItemInput {
    title: String sku: String variantId: ID productId: ID quantity: Int! priceSet: MoneyBagInput requiresShipping: Boolean
    taxLines: [OrderCreateTaxLineInput!]
  }
  input OrderCreateShippingLineInput { title: String! code: String source: String priceSet: MoneyBagInput! taxLines: [OrderCreateTaxLineInput!] }
  input OrderCreateFixedDiscountCodeAttributesInput { code: String! amountSet: MoneyBagInput }
  input OrderCreatePercentageDiscountCodeAttributesInput { code: String! percentage: Float }
  input OrderCreateFreeShippingDiscountCodeAttributesInput { code: String! }
  input OrderCreateDiscountCodeInput {
    itemFixedDiscountCode: OrderCreateFixedDiscountCodeAttributesInput
    itemPercentageDiscountCode: OrderCreatePercentageDiscountCodeAttributesInput
    freeShippingDiscountCode: OrderCreateFreeShippingDiscountCodeAttributesInput
  }
  input OrderCreateOrderTransactionInput {
    amountSet: MoneyBagInput! kind: OrderTransactionKind status: OrderTransactionStatus gateway: String processedAt: DateTime
  }
  input OrderCreateOrderInput {
    sourceIdentifier: String sourceName: String tags: [String!] currency: CurrencyCode processedAt: DateTime note: String
    email: String phone: String shippingAddress: MailingAddressInput billingAddress: MailingAddressInput
    lineItems: [OrderCreateLineItemInput!] shippingLines: [OrderCreateShippingLineInput!]
    discountCode: OrderCreateDiscountCodeInput taxesIncluded: Boolean taxLines: [OrderCreateTaxLineInput!]
    financialStatus: OrderCreateFinancialStatus transactions: [OrderCreateOrderTransactionInput!]
  }
  input OrderCreateOptionsInput { inventoryBehaviour: OrderCreateInputsInventoryBehavior sendReceipt: Boolean }
  enum OrderCreateUserErrorCode { INVALID TAX_LINE_RATE_MISSING PROCESSED_AT_INVALID FULFILLMENT_SERVICE_INVALID }
  type OrderCreateUserError { field: [String!] message: String! code: OrderCreateUserErrorCode }
  type OrderCreatePayload { order: Order userErrors: [OrderCreateUserError!]! }

  input OrderCancelRefundMethodInput { originalPaymentMethodsRefund: Boolean }
  enum OrderCancelUserErrorCode { INVALID NOT_FOUND INTERNAL_ERROR NO_REFUND_PERMISSION }
  type OrderCancelUserError { field: [String!] message: String! code: OrderCancelUserErrorCode }
  type Job { id: ID! done: Boolean! }
  type OrderCancelPayload { job: Job orderCancelUserErrors: [OrderCancelUserError!]! }

  input OrderTransactionInput { orderId: ID! parentId: ID gateway: String! kind: OrderTransactionKind! amount: Money! }
  input RefundInput { orderId: ID! note: String notify: Boolean currency: CurrencyCode transactions: [OrderTransactionInput!] }
  type UserError { field: [String!] message: String! }
  type Refund { id: ID }
  type RefundCreatePayload { refund: Refund order: Order userErrors: [UserError!]! }

  input OrderInput { id: ID! shippingAddress: MailingAddressInput email: String note: String tags: [String!] }
  type OrderUpdatePayload { order: Order userErrors: [UserError!]! }

  input InventoryChangeInput { inventoryItemId: ID! locationId: ID! delta: Int! changeFromQuantity: Int ledgerDocumentUri: String }
  input InventoryAdjustQuantitiesInput { name: String! reason: String! referenceDocumentUri: String changes: [InventoryChangeInput!]! }
  enum InventoryAdjustQuantitiesUserErrorCode { INVALID_INVENTORY_ITEM INVALID_LOCATION }
  type InventoryAdjustQuantitiesUserError { field: [String!] message: String! code: InventoryAdjustQuantitiesUserErrorCode }
  type InventoryAdjustQuantitiesPayload { userErrors: [InventoryAdjustQuantitiesUserError!]! }

  type Mutation {
    orderCreate(order: OrderCreateOrderInput!, options: OrderCreateOptionsInput): OrderCreatePayload
    orderCancel(
      orderId: ID! notifyCustomer: Boolean refundMethod: OrderCancelRefundMethodInput! restock: Boolean!
      reason: OrderCancelReason! staffNote: String
    ): OrderCancelPayload
    refundCreate(input: RefundInput!): RefundCreatePayload
    orderUpdate(input: OrderInput!): OrderUpdatePayload
    inventoryAdjustQuantities(input: InventoryAdjustQuantitiesInput!): InventoryAdjustQuantitiesPayload
  }
`;
