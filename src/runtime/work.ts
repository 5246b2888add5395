import { answer, type Question } from './answer.ts';
import { tellAnswered } from './answered.ts';
import type { RuntimeContext } from './context.ts';
import { deliverLane } from './deliver.ts';
import { hold } from './keep.ts';
import type { Lane, Waiting } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';
import { queueAll } from './queue.ts';

/** Answers what waits in a lane, oldest first, until nothing does. */
export async function workLane(context: RuntimeContext, lane: Lane): Promise<void> {
  if (lane.working) return;
  lane.working = true;
  try {
    while (await workOnce(context, lane));
  } catch (error) {
    giveUp(context, lane, error);
  } finally {
    lane.working = false;
    context.lanes.rest(lane);
  }
}

/** False when there is nothing to do, or somebody else does it. */
async function workOnce(context: RuntimeContext, lane: Lane): Promise<boolean> {
  if (context.stopping.aborted) return queued(context, lane);
  const { conversation } = lane.held ?? (await hold(context.store, lane));
  if (isHeldElsewhere(conversation, context.me, context.clock.now())) return queued(context, lane);
  const [pending] = conversation.inbox;
  if (pending) await settle(context, lane, { entry: pending, durable: true, accepted() {}, duplicate() {} });
  const waiting = pending ? undefined : lane.queue.shift();
  if (waiting) await answerWaiting(context, lane, waiting);
  return pending !== undefined || waiting !== undefined;
}

async function queued(context: RuntimeContext, lane: Lane): Promise<false> {
  await queueAll(context, lane);
  return false;
}

async function answerWaiting(context: RuntimeContext, lane: Lane, waiting: Waiting): Promise<void> {
  const { entry } = waiting;
  const question: Question = { entry, durable: false, accepted: waiting.accepted, duplicate: waiting.duplicate };
  try {
    await settle(context, lane, question);
  } catch (error) {
    waiting.failed(error);
    throw error;
  }
}

/** One turn, and on to its delivery. */
async function settle(context: RuntimeContext, lane: Lane, question: Question): Promise<void> {
  await answer(context, lane, question);
  const { id } = question.entry;
  if (lane.held?.conversation.outbox.some(({ event }) => event === id)) void deliverLane(context, lane);
  else if (!lane.held?.conversation.inbox.some((entry) => entry.id === id)) tellAnswered(context, lane, id);
}

/** The store fails: whoever waits is told, so that the platform delivers again; what is durable is found when it is due. */
function giveUp({ log }: RuntimeContext, lane: Lane, error: unknown): void {
  log.error('TURN_FAILED', { conversation: lane.address.channel, code: errorCode(error) });
  lane.held = null;
  for (const waiting of lane.queue.splice(0)) waiting.failed(error);
}
