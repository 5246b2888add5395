import { isConversationId } from '../channel/ids.ts';
import type { Stored } from '../storage/store.ts';
import { tellElsewhereAnswered } from './answered.ts';
import { forgetWritten, withCare, withDeliveries } from './care.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import { deliverLane } from './deliver.ts';
import { keep, refresh } from './keep.ts';
import { keepProgress } from './keep-progress.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';

const page = 200;

/** Goes on with every conversation that is due: left behind by a crash, or given something by another process. */
export async function sweep(context: RuntimeContext): Promise<void> {
  await wakeAll(context, { to: context.clock.now() });
  await Promise.all(context.lanes.active().map((lane) => tellElsewhereAnswered(context, lane)));
}

/** At the start: whatever anybody has left, without waiting for it to be due. */
export async function recover(context: RuntimeContext): Promise<void> {
  await wakeAll(context, {});
}

/** Page by page. Many are due at the same moment: those of the page before that stay so are asked for once more, and left out. */
async function wakeAll(context: RuntimeContext, until: { readonly to?: number }): Promise<void> {
  let seen: ReadonlySet<string> = new Set();
  for (let from = 0; ; ) {
    const limit = page + seen.size;
    const found = await due(context, { ...until, from }, limit);
    await Promise.all(found.filter(({ id }) => !seen.has(id)).map(({ id }) => wake(context, id)));
    const last = found.at(-1)?.body['dueAt'];
    if (found.length < limit || typeof last !== 'number') return;
    const same = found.filter(({ body }) => body['dueAt'] === last).map(({ id }) => id);
    seen = new Set(last === from ? [...seen, ...same] : same);
    from = last;
  }
}

function due(
  { store }: RuntimeContext,
  dueAt: { from: number; to?: number },
  limit: number,
): Promise<readonly Stored[]> {
  return store.find('conversation', { where: { dueAt }, sort: { by: 'dueAt', direction: 'up' }, limit });
}

async function wake(context: RuntimeContext, id: string): Promise<void> {
  if (!isConversationId(id)) return;
  const lane = context.lanes.of(id);
  if (lane.work !== null || lane.isLookedAt) return;
  lane.isLookedAt = true;
  try {
    await look(context, lane);
  } catch (error) {
    context.log.error('WAKE_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  } finally {
    lane.isLookedAt = false;
    context.lanes.rest(lane);
  }
}

async function look(context: RuntimeContext, lane: Lane): Promise<void> {
  const { conversation } = await refresh(context.store, lane);
  if (isHeldElsewhere(conversation, context.me, context.clock.now())) return;
  if (conversation.outbox.length === 0 && conversation.inbox.length === 0) return keepProgress(context, lane);
  if (!adapterOf(context, lane)) return postpone(context, lane);
  if (!(await claim(context, lane))) return;
  void deliverLane(context, lane);
  context.goOn(lane);
}

/** Nobody else may begin with it from here on, unless doing it twice cannot be seen. */
async function claim(context: RuntimeContext, lane: Lane): Promise<boolean> {
  const kept = await keep(context.store, lane, (now) =>
    isHeldElsewhere(now, context.me, context.clock.now())
      ? null
      : { conversation: withCare(context, lane, withDeliveries(lane, now)), writes: [] },
  );
  if (kept === 'done') forgetWritten(lane);
  return kept === 'done';
}

const postponedMs = 60_000;

/** A channel that this process does not serve: perhaps another one does. */
async function postpone(context: RuntimeContext, lane: Lane): Promise<void> {
  const dueAt = context.clock.now() + postponedMs;
  await keep(context.store, lane, (now) => ({ conversation: { ...now, dueAt }, writes: [] }));
}
