import type { Delivery, DeliveryReceipt, IdempotencyKey } from '../channel/adapter.ts';
import type { PartWithOrigin } from '../channel/part-origin.ts';
import type { Cancel } from './clock.ts';
import { platformId } from './inbox-entry.ts';
import { keepProgress } from './keep-progress.ts';
import { errorCode } from './log.ts';
import type { Round } from './round.ts';

/** One call of the channel. Never rejects, and never takes longer than the settings allow: a channel may hang. */
export async function attempt(round: Round, place: PartWithOrigin, key: IdempotencyKey): Promise<DeliveryReceipt> {
  const { adapter, lane } = round;
  const watch = watchOver(round);
  try {
    const delivering = adapter.deliver(place.part, lane.address, deliveryOf(round, place, key));
    return await Promise.race([delivering, watch.late]);
  } catch (error) {
    return { result: 'rejected', reason: errorCode(error) };
  } finally {
    watch.end();
  }
}

function deliveryOf({ lane, entry }: Round, { origin }: PartWithOrigin, key: IdempotencyKey): Delivery {
  const heardAt = lane.held?.conversation.heardAt ?? null;
  return { key, inReplyTo: platformId(entry.event), origin, ...(heardAt === null ? {} : { heardAt }) };
}

interface Watch {
  readonly late: Promise<DeliveryReceipt>;
  end(): void;
}

const late: DeliveryReceipt = { result: 'retry', afterMs: null, reason: 'DELIVERY_TIMEOUT' };

/** A delivery that takes long must not look as if we had gone: our claim is renewed until it is over. */
function watchOver(round: Round): Watch {
  const { clock, settings } = round.context;
  const endsAt = clock.now() + settings.deliverMs;
  let cancel: Cancel = () => {};
  const plan = (call: () => void): void => {
    cancel = clock.after(settings.leaseMs / 3, call);
  };
  const isLate = new Promise<DeliveryReceipt>((resolve) => {
    const look = (): void => {
      if (clock.now() >= endsAt) return resolve(late);
      renew(round);
      plan(look);
    };
    plan(look);
  });
  return { late: isLate, end: () => cancel() };
}

function renew({ context, lane, adapter }: Round): void {
  if (adapter.capabilities.idempotent) return;
  keepProgress(context, lane).catch((error: unknown) => {
    context.log.error('RENEWAL_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  });
}
