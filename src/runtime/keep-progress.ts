import type { Write } from '../storage/store.ts';
import { forgetWritten, withCare, withDeliveries } from './care.ts';
import type { RuntimeContext } from './context.ts';
import { keep } from './keep.ts';
import type { Lane } from './lane.ts';

/**
 * Writes down what has been delivered. A dead letter that is there already is not written twice. What other processes have
 * accepted meanwhile shows here first: they leave it to us while we deliver.
 */
export async function keepProgress(context: RuntimeContext, lane: Lane, writes: readonly Write[] = []): Promise<void> {
  const kept = await keep(context.store, lane, (now) => ({
    conversation: withCare(context, lane, withDeliveries(lane, now)),
    writes,
  }));
  if (kept === 'contested') return keepProgress(context, lane);
  forgetWritten(lane);
  if (lane.held && lane.held.conversation.inbox.length > 0 && lane.work === null) context.goOn(lane);
}
