import { newsWrite } from '../news.ts';
import type { Order } from '../orders/order.ts';
import type { Trade } from '../trade.ts';

/** What a parcel's way tells. */
export type ParcelNews = 'order-shipped' | 'out-for-delivery' | 'parcel-waiting' | 'order-delivered' | 'parcel-failed';

const hourMs = 3_600_000;

/** Hours after which it is no news any more, where a shopper could not be told at once. */
const worthHours: Readonly<Record<ParcelNews, number>> = {
  'order-shipped': 48,
  'out-for-delivery': 8,
  'parcel-waiting': 96,
  'order-delivered': 48,
  'parcel-failed': 96,
};

/** Only who wanted to be told is told. `about` makes it one piece of news. */
export function stageParcelNews(
  { stage, now }: Pick<Trade, 'stage' | 'now'>,
  order: Order,
  { news, about }: { readonly news: ParcelNews; readonly about: string },
): void {
  const { id, conversation, notify } = order;
  if (conversation === null || !notify) return;
  const until = now + worthHours[news] * hourMs;
  stage(newsWrite({ id: `${news}:${id}:${about}`, conversation, news, slots: { order: id }, at: now, until }));
}
