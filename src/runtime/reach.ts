import { z } from 'zod';
import type { ConversationId } from '../channel/ids.ts';
import type { DeliveryReport } from '../channel/inbound.ts';
import type { Store } from '../storage/store.ts';
import type { RuntimeContext } from './context.ts';
import { readDeliveryKey } from './delivery-key.ts';
import type { Lane } from './lane.ts';

const reachSchema = z.object({ delivered: z.number().default(0), read: z.number().default(0) });

/** The last turn that has come to the shopper's device, and the last one they have seen; 0 for none. */
export type Reach = z.output<typeof reachSchema>;

export async function reachOf(store: Pick<Store, 'get'>, conversation: ConversationId): Promise<Reach> {
  return reachSchema.parse((await store.get('reach', conversation))?.body ?? {});
}

/** Reports come in any order: none takes back what another has told. */
export async function noteReach(
  { store }: Pick<RuntimeContext, 'store'>,
  lane: Pick<Lane, 'id'>,
  { key, state }: DeliveryReport,
): Promise<'accepted' | 'duplicate'> {
  const turn = key === null ? undefined : readDeliveryKey(lane.id, key)?.turn;
  if (turn === undefined || turn < 1) return 'duplicate';
  for (;;) {
    const stored = await store.get('reach', lane.id);
    const before = reachSchema.parse(stored?.body ?? {});
    const after = furthest(before, state, turn);
    if (after.delivered === before.delivered && after.read === before.read) return 'duplicate';
    const write = { kind: 'reach', id: lane.id, revision: stored?.revision ?? 0, body: { ...after } } as const;
    if ((await store.commit([write])) === 'committed') return 'accepted';
  }
}

/** What was read had come, though nobody said so. */
function furthest({ delivered, read }: Reach, state: DeliveryReport['state'], turn: number): Reach {
  return {
    delivered: state === 'delivered' || state === 'read' ? Math.max(delivered, turn) : delivered,
    read: state === 'read' ? Math.max(read, turn) : read,
  };
}
