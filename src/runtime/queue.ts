import { accept } from './accept.ts';
import type { RuntimeContext } from './context.ts';
import type { Lane, Waiting } from './lane.ts';

/** Makes everything that waits in a lane durable, in its order, for whoever goes on with the conversation. */
export async function queueAll(context: RuntimeContext, lane: Lane): Promise<void> {
  if (lane.queueing) return;
  lane.queueing = true;
  try {
    for (let waiting = lane.queue.shift(); waiting; waiting = lane.queue.shift())
      await queueOne(context, lane, waiting);
  } finally {
    lane.queueing = false;
    context.lanes.rest(lane);
  }
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
