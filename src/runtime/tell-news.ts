import { isConversationId } from '../channel/ids.ts';
import type { Job } from '../jobs/jobs.ts';
import { isObject, type JsonObject } from '../storage/json.ts';
import type { RuntimeContext } from './context.ts';
import { type Incoming, ownEvent } from './inbox-entry.ts';

/** What the shop tells by itself, as an event of its conversation: the job's id makes it heard once. */
export function newsEntry({ clock }: Pick<RuntimeContext, 'clock'>, job: Job): Incoming | null {
  const { conversation, news, slots } = job.data;
  if (typeof conversation !== 'string' || !isConversationId(conversation) || typeof news !== 'string') return null;
  const told = isObject(slots) ? (slots as JsonObject) : {};
  const content = { type: 'news', news, slots: told } as const;
  return { conversation, entry: { id: `${ownEvent}${job.id}`, at: clock.now(), content } };
}
