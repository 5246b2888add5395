import { accept } from './accept.ts';
import type { RuntimeContext } from './context.ts';
import type { Lane, Waiting } from './lane.ts';

/** Makes everything that waits in a lane durable, in its order, for whoever goes on with the conversation. */
export function queueAll(context: RuntimeContext, lane: Lane): Promise<void> {
  lane.queueing ??= queueEach(context, lane);
  return lane.queueing;
}

async function queueEach(context: RuntimeContext, lane: Lane): Promise<void> {
  // Not in this tick: `queueing` has to be set before it is cleared.
  await null;
  for (let waiting = lane.queue.shift(); waiting; waiting = lane.queue.shift()) await queueOne(context, lane, waiting);
  lane.queueing = null;
  context.lanes.rest(lane);
}

async function queueOne(context: RuntimeContext, lane: Lane, waiting: Waiting): Promise<void> {
  try {
    const accepted = await accept(context, lane, waiting.entry);
    if (accepted === 'accepted') waiting.accepted();
    else waiting.duplicate();
  } catch (error) {
    waiting.failed(error);
  }
}
