import type { Update } from 'grammy/types';
import type { Receive } from '../../../src/channel/adapter.ts';
import type { ConversationId } from '../../../src/channel/ids.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';

export interface BatchSettings {
  readonly eventsOf: (update: Update) => readonly InboundEvent[];
  readonly receive: Receive;
  /** Called when all events of an update are durable. */
  readonly received: (update: Update) => void;
  readonly failed: (error: unknown) => void;
}

interface Delivery {
  readonly event: InboundEvent;
  readonly update: Update;
}

/**
 * Receives all updates: conversations side by side, each in its order. A conversation stops at its first failure, so that nothing
 * overtakes what failed. Resolves with whether everything was received.
 */
export async function receiveBatch(updates: readonly Update[], settings: BatchSettings): Promise<boolean> {
  const lanes = [...lanesOf(updates, settings).values()];
  const done = await Promise.all(lanes.map((lane) => receiveLane(lane, settings)));
  return done.every(Boolean);
}

function lanesOf(
  updates: readonly Update[],
  { eventsOf }: BatchSettings,
): ReadonlyMap<ConversationId, readonly Delivery[]> {
  const lanes = new Map<ConversationId, Delivery[]>();
  for (const update of updates) {
    for (const event of eventsOf(update)) {
      const lane = lanes.get(event.conversation) ?? [];
      lanes.set(event.conversation, [...lane, { event, update }]);
    }
  }
  return lanes;
}

async function receiveLane(lane: readonly Delivery[], { receive, received, failed }: BatchSettings): Promise<boolean> {
  try {
    for (const { event, update } of lane) {
      await receive(event);
      received(update);
    }
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}
