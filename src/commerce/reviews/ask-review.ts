import type { JobRun } from '../../jobs/jobs.ts';
import type { Store } from '../../storage/store.ts';
import { newsWrite } from '../news.ts';
import { type Order, orderOf } from '../orders/order.ts';
import { reviewId } from './review.ts';

export interface AskReviewParts {
  readonly store: Store;
  readonly clock: { now(): number };
}

/**
 * The errand `ask-review` (data: `order`): some days after delivery the shop asks for a review, by the news `review-ask` with the
 * slots `order` and `product`. Once for an order, about the dearest thing in it that is not on its way back; not at all where
 * something of it has been reviewed, or where the shopper does not want to be told here how their order goes on.
 */
export function createAskReview({ store, clock }: AskReviewParts): JobRun {
  return async ({ data }) => {
    const id = data['order'];
    const stored = typeof id === 'string' ? await store.get('order', id) : null;
    const order = stored === null ? null : orderOf(stored);
    if (order === null || order.conversation === null || !order.notify || order.status !== 'delivered') return;
    const product = await unreviewed(store, order);
    if (product === null) return;
    const slots = { order: order.id, product };
    const news = { id: `review-ask:${order.id}`, conversation: order.conversation, news: 'review-ask', slots };
    // A conflict: it is planned already.
    await store.commit([newsWrite({ ...news, at: clock.now() })]);
    return;
  };
}

/** The dearest thing that was kept; `null` when they have said something already, or nothing of it can be named. */
async function unreviewed(store: Store, { id, items, returns }: Order): Promise<string | null> {
  const back = new Set(
    returns.filter(({ state }) => state !== 'refused').flatMap((one) => one.items.map(({ sku }) => sku)),
  );
  const kept = items.filter(({ sku, product }) => product !== null && (sku === null || !back.has(sku)));
  const products = [...new Set(kept.toSorted(dearestFirst).flatMap(({ product }) => product ?? []))];
  const reviews = await store.getMany(
    'review',
    products.map((product) => reviewId(id, product)),
  );
  return reviews.length > 0 ? null : (products[0] ?? null);
}

function dearestFirst(one: Order['items'][number], other: Order['items'][number]): number {
  return (other.price?.amount ?? 0) - (one.price?.amount ?? 0);
}
