import { isConversationId } from '../channel/ids.ts';
import type { Job } from '../jobs/jobs.ts';
import type { RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Incoming } from './inbox-entry.ts';

/** The event that a time-out has become, or `null` when the shopper has written since. */
export async function silenceEntry({ store, clock }: RuntimeContext, job: Job): Promise<Incoming | null> {
  const { conversation, asked, turn } = job.data;
  if (typeof conversation !== 'string' || !isConversationId(conversation)) return null;
  if (typeof asked !== 'number' || typeof turn !== 'number') return null;
  const stored = await store.get('conversation', conversation);
  const state = (stored?.body as unknown as Conversation | undefined)?.state;
  if (state?.turn !== turn) return null;
  return { conversation, entry: { id: job.id, at: clock.now(), content: { type: 'silence', asked, turn } } };
}
