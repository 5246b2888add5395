import { planJob } from '../jobs/jobs.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Write } from '../storage/store.ts';

/** Something the shop tells by itself: a flow that starts in a conversation when nobody has written. */
export interface News {
  /** Unique for what has happened (`paid:{order}`): it is told once, whatever is replayed. */
  readonly id: string;
  readonly conversation: string;
  /** A flow of the merchant's; where they have none of this name nothing is said. */
  readonly flow: string;
  readonly slots: JsonObject;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** To be staged with what the news is about, so that neither is without the other. */
export function newsWrite({ id, conversation, flow, slots, at }: News): Write {
  return planJob({ id: `news:${id}`, name: 'news', runAt: at, data: { conversation, flow, slots } });
}
