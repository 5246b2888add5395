import type { ConversationId } from '../../channel/ids.ts';
import { type Jobs, planJob } from '../../jobs/jobs.ts';
import type { Clock } from '../../runtime/clock.ts';
import { errorCode, type Log } from '../../runtime/log.ts';
import type { Transcript } from '../../runtime/transcript.ts';
import type { Store } from '../../storage/store.ts';
import { type Memory, noMemory } from '../memory.ts';
import { saidIn } from './said.ts';
import { readSummary, type Summary, told } from './summary.ts';

export interface MemoryParts {
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly transcript: Pick<Transcript, 'last'>;
  readonly jobs: Pick<Jobs, 'planned'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

export interface Remembering {
  readonly conversation: ConversationId;
  readonly customer: string;
}

/**
 * The last turns as they were, and a summary of those before. The summary is made by a job and not within the turn: a shopper does not
 * wait for it, it survives a restart, and a model that is away only means that less is remembered. Never rejects: without its
 * memory the assistant still answers.
 */
export function createMemory(parts: MemoryParts): (remembering: Remembering) => Promise<Memory> {
  return (remembering) =>
    remember(parts, remembering).catch((error: unknown) => {
      parts.log.warn('MEMORY_UNREAD', { code: errorCode(error) });
      return noMemory;
    });
}

async function remember(parts: MemoryParts, remembering: Remembering): Promise<Memory> {
  const { store, transcript } = parts;
  const { conversation } = remembering;
  const most = told.turns + told.more;
  const [summary, last] = await Promise.all([
    readSummary(store, conversation),
    transcript.last(conversation, most + 1),
  ]);
  const fresh = last.filter(({ turn }) => turn > summary.upTo);
  if (fresh.length > most) await planSummary(parts, remembering, summary);
  return { summary: summary.text, recent: fresh.slice(-most).flatMap(saidIn) };
}

/** Once for each state of the summary, however many turns want it. */
async function planSummary(
  { store, jobs, clock }: MemoryParts,
  { conversation, customer }: Remembering,
  { upTo }: Summary,
): Promise<void> {
  const id = `summarise:${conversation}:${upTo}`;
  const job = { id, name: 'summarise', runAt: clock.now(), data: { conversation, customer } } as const;
  if ((await store.commit([planJob(job)])) === 'committed') jobs.planned(job);
}
