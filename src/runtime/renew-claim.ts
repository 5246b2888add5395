import type { Cancel } from './clock.ts';
import type { RuntimeContext } from './context.ts';
import { keepProgress } from './keep-progress.ts';
import type { Lane } from './lane.ts';
import { errorCode } from './log.ts';

/** What takes long must not look as if we had gone: our claim of the conversation is renewed until the returned function is called. */
export function renewClaim(context: RuntimeContext, lane: Lane): Cancel {
  const { clock, settings, stopping } = context;
  let cancel: Cancel = () => {};
  const plan = (): void => {
    cancel = clock.after(settings.leaseMs / 3, () => {
      // Whoever stops lets go of it, and must not take it back.
      if (stopping.aborted) return;
      renew(context, lane);
      plan();
    });
  };
  plan();
  return () => cancel();
}

function renew(context: RuntimeContext, lane: Lane): void {
  keepProgress(context, lane).catch((error: unknown) => {
    context.log.error('RENEWAL_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  });
}
