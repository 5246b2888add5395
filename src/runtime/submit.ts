import { isConversationId } from '../channel/ids.ts';
import type { RuntimeContext } from './context.ts';
import type { Incoming } from './inbox-entry.ts';
import { queueAll } from './queue.ts';
import { workLane } from './work.ts';

/** Resolves when the event is durable; rejects when it could not be made so. */
export function submit(context: RuntimeContext, { conversation, entry }: Incoming): Promise<'accepted' | 'duplicate'> {
  if (!isConversationId(conversation)) return Promise.reject(new Error('Not a conversation id'));
  const lane = context.lanes.of(conversation);
  return new Promise((resolve, reject) => {
    const waiting = {
      entry,
      accepted: () => resolve('accepted'),
      duplicate: () => resolve('duplicate'),
      failed: reject,
    };
    lane.queue.push(waiting);
    void (lane.slow ? queueAll(context, lane) : workLane(context, lane));
  });
}
