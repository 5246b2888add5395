import type { RuntimeContext } from './context.ts';
import type { Lane } from './lane.ts';
import { renewClaim } from './renew-claim.ts';
import type { Ticket } from './turnstile.ts';

/** Resolves when the keys are held, to the way to give back those that no earlier action of the turn needs. */
export type HoldKeys = (keys: readonly string[]) => Promise<LetGo>;

/** What became of the action that wanted them. */
export type LetGo = (outcome: 'refused' | 'failed') => void;

export interface Holding {
  readonly ticket: Ticket;
  readonly beforeSlow: () => Promise<void>;
}

/** For one attempt at a turn; what its ticket holds from an earlier one it need not wait for. */
export function holdKeys(context: RuntimeContext, lane: Lane, { ticket, beforeSlow }: Holding): HoldKeys {
  const needed = new Set<string>();
  return async (keys) => {
    const own = keys.filter((key) => !needed.has(key));
    if (own.length === 0) return () => undefined;
    for (const key of own) needed.add(key);
    await patiently(context, lane, { entering: ticket.enter(own), beforeSlow });
    return (outcome) => {
      for (const key of own) needed.delete(key);
      if (outcome === 'refused') ticket.pass(own);
      else ticket.leave(own);
    };
  };
}

interface Waiting {
  readonly entering: Promise<void>;
  readonly beforeSlow: () => Promise<void>;
}

/** In a long line the message is made durable: the platform need not wait, and a crash in the middle loses nothing. */
async function patiently(context: RuntimeContext, lane: Lane, { entering, beforeSlow }: Waiting): Promise<void> {
  const { clock, settings } = context;
  let cancel = (): void => undefined;
  const isLong = new Promise<true>((resolve) => {
    cancel = clock.after(settings.patienceMs, () => resolve(true));
  });
  if ((await Promise.race([entering, isLong]).finally(() => cancel())) !== true) return;
  await beforeSlow();
  const endRenewal = renewClaim(context, lane);
  await entering.finally(endRenewal);
}
