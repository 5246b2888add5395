import type { Delivery, DeliveryReceipt, IdempotencyKey } from '../channel/adapter.ts';
import type { PartWithOrigin } from '../channel/part-origin.ts';
import type { Cancel } from './clock.ts';
import { platformId } from './inbox-entry.ts';
import { errorCode } from './log.ts';
import { renewClaim } from './renew-claim.ts';
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

/** A delivery that takes long is given up at last; until then our claim holds, where repeating could be seen. */
function watchOver({ context, lane, adapter }: Round): Watch {
  const { clock, settings } = context;
  const endRenewal = adapter.capabilities.idempotent ? () => {} : renewClaim(context, lane);
  let cancel: Cancel = () => {};
  const isLate = new Promise<DeliveryReceipt>((resolve) => {
    cancel = clock.after(settings.deliverMs, () => resolve(late));
  });
  const end = (): void => {
    cancel();
    endRenewal();
  };
  return { late: isLate, end };
}
