import { newsWrite } from '../news.ts';
import type { Trade } from '../trade.ts';
import type { Order } from './order.ts';

/** What an order's own course tells. */
export type OrderNews = 'order-paid' | 'payment-late' | 'order-expired' | 'return-received';

/** Tells the conversation that the order was placed in; `about` makes it one piece of news. */
export function stageOrderNews(trade: Trade, order: Order, { news, about }: { news: OrderNews; about: string }): void {
  if (order.conversation === null) return;
  const { conversation, id } = order;
  trade.stage(newsWrite({ id: `${news}:${id}:${about}`, conversation, news, slots: { order: id }, at: trade.now }));
}
