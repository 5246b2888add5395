import { isConversationId } from '../channel/ids.ts';
import { withCare } from './care.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import { deliverLane, keepProgress } from './deliver.ts';
import { hold, keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';
import { workLane } from './work.ts';

const page = 200;

/**
 * Goes on with every conversation that is due: left behind by a crash, or given something by another process. What is said on
 * channels that this process does not serve is left alone, or whoever serves them would find it late.
 */
export async function sweep(context: RuntimeContext): Promise<void> {
  const where = { dueAt: { to: context.clock.now() }, channel: served(context) };
  const due = await context.store.find('conversation', { where, sort: { by: 'dueAt', direction: 'up' }, limit: page });
  await Promise.all(due.map(({ id }) => wake(context, id)));
}

/** At the start: whatever anybody has left, without waiting for it to be due. */
export async function recover(context: RuntimeContext): Promise<void> {
  for (let from = 0, limit = page; ; ) {
    const where = { dueAt: { from }, channel: served(context) };
    const left = await context.store.find('conversation', { where, sort: { by: 'dueAt', direction: 'up' }, limit });
    await Promise.all(left.map(({ id }) => wake(context, id)));
    const last = left.at(-1)?.body['dueAt'];
    if (left.length < limit || typeof last !== 'number') return;
    // Many may be due at one moment, and must not hide each other at the edge of a page.
    limit = last === from ? limit * 2 : page;
    from = last;
  }
}

function served({ channels }: RuntimeContext): { readonly in: readonly string[] } {
  return { in: [...channels.keys()] };
}

async function wake(context: RuntimeContext, id: string): Promise<void> {
  if (!isConversationId(id)) return;
  const lane = context.lanes.of(id);
  if (lane.working || lane.delivering) return;
  try {
    await look(context, lane);
  } catch (error) {
    context.log.error('WAKE_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  } finally {
    context.lanes.rest(lane);
  }
}

async function look(context: RuntimeContext, lane: Lane): Promise<void> {
  await lane.lock;
  const { conversation } = await hold(context.store, lane);
  if (isHeldElsewhere(conversation, context.me, context.clock.now())) return;
  if (conversation.outbox.length === 0 && conversation.inbox.length === 0) return keepProgress(context, lane, []);
  if (!adapterOf(context, lane)) return postpone(context, lane);
  if (!(await claim(context, lane))) return;
  void deliverLane(context, lane);
  await workLane(context, lane);
}

/** Nobody else may begin with it from here on, unless doing it twice cannot be seen. */
async function claim(context: RuntimeContext, lane: Lane): Promise<boolean> {
  const kept = await keep(context.store, lane, (now) =>
    isHeldElsewhere(now, context.me, context.clock.now())
      ? null
      : { conversation: withCare(context, lane, now), writes: [] },
  );
  return kept === 'done';
}

const postponedMs = 60_000;

/** One of the channel's conversations that this process does not reach: perhaps another one does. */
async function postpone(context: RuntimeContext, lane: Lane): Promise<void> {
  const dueAt = context.clock.now() + postponedMs;
  await keep(context.store, lane, (now) => ({ conversation: { ...now, dueAt }, writes: [] }));
}
