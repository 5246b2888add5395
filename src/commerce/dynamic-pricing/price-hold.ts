import type { StoreReader, Write } from '../../storage/store.ts';

const hourMs = 3_600_000;

/**
 * Prices are reckoned a moment before they are stored, and clocks of two machines differ: whoever was shown a price so shortly after
 * it changed may have been shown the one before.
 */
const slackMs = 5 * 60_000;

export interface HoldParts {
  readonly store: Pick<StoreReader, 'get'>;
  readonly stage: (write: Write) => void;
  readonly conversation: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** 0: nothing is held. */
  readonly hours: number;
}

/**
 * From when on this conversation has a right to the best price there was, epoch milliseconds: since a moving price was first shown
 * in it, and for so many hours; then it begins anew. One moment for all products: it stays small however much is looked at.
 */
export async function heldSince({ store, stage, conversation, now, hours }: HoldParts): Promise<number> {
  if (hours === 0) return now;
  const stored = await store.get('price-hold', conversation);
  const began = stored?.body['at'];
  if (typeof began === 'number' && began <= now && now < began + hours * hourMs) return began - slackMs;
  stage({ kind: 'price-hold', id: conversation, revision: stored?.revision ?? 0, body: { at: now, updatedAt: now } });
  return now - slackMs;
}

/** Until when a change of a price has to be remembered. */
export function heldUntil(changedAt: number, hours: number): number {
  return changedAt + hours * hourMs + slackMs;
}
