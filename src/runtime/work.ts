import { answer } from './answer.ts';
import { tellAnswered } from './answered.ts';
import type { RuntimeContext } from './context.ts';
import { deliverLane } from './deliver.ts';
import { present } from './keep.ts';
import type { Lane, Waiting } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';
import type { Question } from './question.ts';
import { queueAll } from './queue.ts';

/** Answers what waits in a lane, oldest first, until nothing does. */
export function workLane(context: RuntimeContext, lane: Lane): Promise<void> {
  lane.work ??= workUntilDone(context, lane);
  return lane.work;
}

async function workUntilDone(context: RuntimeContext, lane: Lane): Promise<void> {
  try {
    // What came in after the last look finds the lane at work and relies on it.
    do while (await workOnce(context, lane));
    while (lane.queue.length > 0);
  } catch (error) {
    giveUp(context, lane, error);
  } finally {
    lane.work = null;
    context.lanes.rest(lane);
  }
}

/** False when there is nothing to do, or somebody else does it. */
async function workOnce(context: RuntimeContext, lane: Lane): Promise<boolean> {
  if (lane.queueing !== null) await lane.queueing;
  if (context.stopping.aborted) return queued(context, lane);
  const { conversation } = lane.held ?? (await present(context.store, lane));
  if (isHeldElsewhere(conversation, context.me, context.clock.now())) return queued(context, lane);
  const [pending] = conversation.inbox;
  if (pending) await settle(context, lane, { entry: pending, durable: true, accepted() {}, duplicate() {} });
  const waiting = pending ? undefined : lane.queue.shift();
  if (waiting) await answerWaiting(context, lane, waiting);
  return pending !== undefined || waiting !== undefined;
}

/** True when whoever was at work has finished meanwhile: then nobody but us will go on. */
async function queued(context: RuntimeContext, lane: Lane): Promise<boolean> {
  await queueAll(context, lane);
  const now = lane.held?.conversation;
  if (!now || context.stopping.aborted) return false;
  return now.inbox.length > 0 && !isHeldElsewhere(now, context.me, context.clock.now());
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
  const isAnswered = await answer(context, lane, question);
  const { id } = question.entry;
  if (lane.held?.conversation.outbox.some(({ event }) => event === id)) void deliverLane(context, lane);
  else if (isAnswered) tellAnswered(context, lane, id);
}

/** The store fails: whoever waits is told, so that the platform delivers again; what is durable is found when it is due. */
function giveUp({ log }: RuntimeContext, lane: Lane, error: unknown): void {
  log.error('TURN_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  lane.held = null;
  for (const waiting of lane.queue.splice(0)) waiting.failed(error);
}
