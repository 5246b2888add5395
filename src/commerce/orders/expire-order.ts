import type { Job } from '../../jobs/jobs.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Trade, type TradeParts, transact } from '../trade.ts';
import { withCommitmentsEnded } from './commitments.ts';
import { giveBackExcess } from './give-back.ts';
import { stepOrder } from './machine.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { stageOrderNews } from './order-news.ts';
import { withoutOpenOnFile } from './pay-from-wallet.ts';

/**
 * Gives an order up that was not paid in time: its pieces can be sold again, its coupons used again, and a part that was paid goes back.
 * Refuses with `not-found`; `not-now` (details: status) when it does not wait for money any more; `too-early` (details: until, epoch ms).
 */
export async function expireOrder(trade: Trade, { order: id }: { readonly order: string }): Promise<Order | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const { order, revision } = read;
  const expired = stepOrder(trade, order, 'expire', 'Not paid in time.');
  if (isRefusal(expired)) return expired;
  const until = order.reservedUntil;
  if (until !== null && until > trade.now) return { refused: 'too-early', details: { until } };
  const released = await withCommitmentsEnded(trade, withoutOpenOnFile(expired));
  const after = await giveBackExcess(trade, released, { why: 'The order was not paid in full in time.' });
  stageOrder(trade, after, revision);
  stageOrderNews(trade, after, { news: 'order-expired', about: 'expired' });
  return after;
}

/** What the job `expire-order` does; its data names the `order`. It comes again when the order may wait longer by now. */
export function expireOrderErrand(parts: TradeParts) {
  return async ({ id, data }: Job): Promise<{ readonly again: number } | undefined> => {
    const { order } = data;
    if (typeof order !== 'string') return undefined;
    const by = { who: 'system', what: 'expiry' } as const;
    const outcome = await transact(parts, { key: id, by }, (trade) => expireOrder(trade, { order }));
    if (!isRefusal(outcome) || outcome.refused !== 'too-early') return undefined;
    const until = outcome.details?.['until'];
    return typeof until === 'number' ? { again: until } : undefined;
  };
}
