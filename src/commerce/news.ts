import { planJob } from '../jobs/jobs.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Write } from '../storage/store.ts';

/** Something the shop tells by itself: a flow starts in a conversation though nobody has written. */
export interface News {
  /** Unique for what has happened (`paid:{order}`): it is told once, whatever is replayed. */
  readonly id: string;
  readonly conversation: string;
  /** `order-paid`: a flow of the merchant's starts on it (`- news: order-paid {order}`); where none does nothing is said. */
  readonly news: string;
  readonly slots: JsonObject;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Where the channel lets nobody be told now, it waits for the shopper to write, but not longer than until then; three days when absent. */
  readonly until?: number;
}

const usualWaitMs = 3 * 86_400_000;

/** To be staged with what the news is about, so that neither is without the other. */
export function newsWrite({ id, conversation, news, slots, at, until = at + usualWaitMs }: News): Write {
  return planJob({ id: `news:${id}`, name: 'news', runAt: at, data: { conversation, news, slots, until } });
}
