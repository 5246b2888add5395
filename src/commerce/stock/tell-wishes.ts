import { newsWrite } from '../news.ts';
import type { Trade } from '../trade.ts';
import type { Piece } from './shelf.ts';

interface Arrival extends Piece {
  /** So many more can be sold than before. */
  readonly pieces: number;
}

/** Tells those who have waited longest, no more of them than pieces have come, and forgets what they wished for. */
export async function tellWishes(
  trade: Pick<Trade, 'store' | 'stage' | 'now'>,
  { sku, product, pieces }: Arrival,
): Promise<void> {
  const where = { where: { sku }, sort: { by: 'at', direction: 'up' }, limit: Math.min(pieces, mostAtOnce) } as const;
  const found = await trade.store.find('wish', where);
  if (found.length === 0) return;
  // Read once more by id: a query does not see whom this very trade has told already.
  const open = await trade.store.getMany(
    'wish',
    found.map(({ id }) => id),
  );
  for (const { id, revision, body } of open) {
    trade.stage({ kind: 'wish', id, revision, body: null });
    const { conversation, at } = body;
    const slots = { product, sku };
    trade.stage(
      newsWrite({
        id: `back-in-stock:${id}:${at}`,
        conversation: String(conversation),
        news: 'back-in-stock',
        slots,
        at: trade.now,
      }),
    );
  }
}

/** A commit must not grow without end. */
export const mostAtOnce = 500;
