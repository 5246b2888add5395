import { freed, withDeliveries } from './care.ts';
import type { RuntimeContext } from './context.ts';
import { keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { errorCode } from './log.ts';

/** Waits for the turns under way, and leaves every conversation so that the next process can go on at once. */
export async function release(context: RuntimeContext): Promise<void> {
  await Promise.all(context.lanes.active().map((lane) => settleInTime(context, lane)));
  await Promise.all(context.lanes.active().map((lane) => letGo(context, lane)));
}

/** Resolves when no turn and no delivery is under way. */
export async function settle(lane: Lane): Promise<void> {
  while (lane.work ?? lane.delivering ?? lane.queueing) await (lane.work ?? lane.delivering ?? lane.queueing);
  await lane.lock;
}

/** A channel that hangs must not keep the process. */
function settleInTime({ clock, settings }: RuntimeContext, lane: Lane): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(settings.stopMs, resolve);
    void settle(lane).then(() => {
      cancel();
      resolve();
    });
  });
}

async function letGo(context: RuntimeContext, lane: Lane): Promise<void> {
  const { held, delivered } = lane;
  if (held && delivered.size === 0 && held.conversation.lease?.by !== context.me) return;
  try {
    await keep(context.store, lane, (now) => ({ conversation: freed(context, withDeliveries(lane, now)), writes: [] }));
  } catch (error) {
    context.log.error('RELEASE_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  }
}
