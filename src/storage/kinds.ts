/**
 * Every kind of document Parley keeps, declared once; both stores build their tables, collections and indexes from it.
 * `fields` are the top-level fields of the body that can be queried or sorted by; a value of another type counts as absent.
 * `indexes` are the conditions that must be fast, each with the order it ends in. Documents whose first indexed field is absent
 * may be left out of an index, so it does not serve a sort alone. An index costs every turn; count before adding one.
 */
export interface KindSpec {
  readonly fields: Readonly<Record<string, 'text' | 'number' | 'boolean'>>;
  readonly indexes: readonly (readonly string[])[];
}

export const kinds = {
  /** One shopper on one channel: dialog state, inbox and outbox in one document, so that a turn is one write. */
  conversation: {
    fields: { channel: 'text', dueAt: 'number', handoffSince: 'number', flow: 'text', updatedAt: 'number' },
    indexes: [['dueAt'], ['handoffSince']],
  },
  /** One inbound event, what Parley answered, and thereby the proof that it was handled: id `{conversation}/{event id}`. */
  message: {
    fields: { conversation: 'text', turn: 'number' },
    indexes: [['conversation', 'turn']],
  },
  customer: { fields: { updatedAt: 'number' }, indexes: [] },
  cart: { fields: { updatedAt: 'number' }, indexes: [] },
  /** What a customer has said for an order that is not placed yet: address, delivery, coupons. Id is the customer's, as the cart's is. */
  checkout: { fields: { updatedAt: 'number' }, indexes: [] },
  /** `status` and `tracking` find what waits for its money, and a parcel's order; `unsettled` what is still to be done about money. */
  order: {
    fields: { customer: 'text', placedAt: 'number', status: 'text', tracking: 'text', unsettled: 'text' },
    indexes: [['customer', 'placedAt'], ['status', 'placedAt'], ['tracking'], ['unsettled', 'placedAt']],
  },
  /** Pieces of one SKU by place, on hand and reserved: id is the SKU. Exists once they have been reserved, sold or counted by hand. */
  stock: { fields: { turnedAt: 'number' }, indexes: [['turnedAt']] },
  /** Somebody wants to know when a SKU is there again: id `{sku}/{conversation}`. */
  wish: { fields: { sku: 'text', at: 'number' }, indexes: [['sku', 'at']] },
  /** How often a coupon was used and what it took off: id is its code in upper case. */
  'coupon-use': { fields: {}, indexes: [] },
  /** A price that moved, with its reason: id `{sku}/{at}`. */
  'price-change': { fields: { sku: 'text', at: 'number' }, indexes: [['sku', 'at'], ['at']] },
  /** What a SKU costs now by the rules: id is the SKU. */
  price: { fields: { product: 'text', updatedAt: 'number' }, indexes: [] },
  /** Prices that one conversation has been shown and keeps: id is the conversation's. */
  'price-hold': { fields: { updatedAt: 'number' }, indexes: [] },
  /** What the demo provider knows of a payment: id is its reference. */
  'demo-payment': { fields: { paidAt: 'number' }, indexes: [['paidAt']] },
  /** Stars and words for a product: id `{order}/{product}`. */
  review: {
    fields: { product: 'text', customer: 'text', at: 'number', stars: 'number' },
    indexes: [['product', 'at']],
  },
  /** What shoppers asked and no page answered: id is a hash of its words and language. */
  question: { fields: { count: 'number', lastAt: 'number', answered: 'boolean' }, indexes: [] },
  /** What the reviews of a product come to: id is the product's. */
  rating: { fields: {}, indexes: [] },
  /** What a real shop system calls a thing of ours: id `{system}/{kind}/{our id}`. */
  'shop-link': { fields: { system: 'text', theirs: 'text', updatedAt: 'number' }, indexes: [['system', 'theirs']] },
  /** `key` is the id once more, so that all products can be walked in order, page by page. */
  product: { fields: { title: 'text', importId: 'text', key: 'text' }, indexes: [['importId'], ['key']] },
  /** How far an import has come, so that it can go on after a break. */
  import: { fields: { startedAt: 'number' }, indexes: [] },
  job: { fields: { runAt: 'number', name: 'text' }, indexes: [['runAt']] },
  /** A file that a shopper sent, where it is kept, and what was understood of it: id `{conversation}/{event id}`. */
  media: { fields: { conversation: 'text', at: 'number' }, indexes: [] },
  /** How far answers have come to a shopper, as the platform tells: id is the conversation's. */
  reach: { fields: {}, indexes: [] },
  /** A way into a conversation that can be printed or sent: id is the code in it. */
  link: { fields: { campaign: 'text', createdAt: 'number' }, indexes: [] },
  /** A conversation that came by a link, once for each: id `{link}/{conversation}`. */
  visit: { fields: { link: 'text', at: 'number' }, indexes: [['link']] },
  /** How a platform wants to be addressed to reach a conversation, where its ids do not say; id is the conversation's. */
  reference: { fields: {}, indexes: [] },
  /**
   * Tokens that a day has used: id `{day}` for the shop, `{day}/{customer}` for a customer, in the shop's time zone. `until`: when it
   * may be thrown away.
   */
  'model-use': { fields: { until: 'number' }, indexes: [['until']] },
  /** What was sent to a language model, without what tells who somebody is, and what it answered: id `{asker's key}/{hash}`. */
  'model-call': {
    fields: { conversation: 'text', customer: 'text', at: 'number' },
    indexes: [['conversation', 'at'], ['at']],
  },
  /** Instructions and tools that calls have in common: id is a hash of them. */
  'model-prompt': { fields: { usedAt: 'number' }, indexes: [['usedAt']] },
  /** What was said in a conversation before its last messages, in a few words of a model: id is the conversation's. */
  summary: { fields: { updatedAt: 'number' }, indexes: [] },
  /** A part that could not be delivered; kept until a person replays or drops it. */
  'dead-letter': { fields: { conversation: 'text', at: 'number' }, indexes: [['at']] },
} as const satisfies Readonly<Record<string, KindSpec>>;

export type Kind = keyof typeof kinds;
