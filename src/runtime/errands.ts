import { isConversationId, parseConversationId } from '../channel/ids.ts';
import type { Job, JobRun } from '../jobs/jobs.ts';
import { accept } from './accept.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import type { Incoming } from './inbox-entry.ts';
import { silenceEntry } from './silence.ts';
import { submit } from './submit.ts';
import { newsEntry } from './tell-news.ts';
import { toldWhen } from './told-when.ts';

/** How long a job is left that nobody in this process can do: another process may have what it needs. */
const laterMs = 60_000;

export async function runErrand(context: RuntimeContext, job: Job): ReturnType<JobRun> {
  switch (job.name) {
    case 'silence':
      await wake(context, await silenceEntry(context, job));
      return;
    case 'news':
      return await tellNews(context, job);
    default: {
      const errand = context.errands?.[job.name];
      return errand ? await errand(job) : { again: context.clock.now() + laterMs };
    }
  }
}

async function tellNews(context: RuntimeContext, job: Job): ReturnType<JobRun> {
  const told = newsEntry(context, job);
  if (told === null) return undefined;
  const { until } = job.data;
  const when = await toldWhen(context, told.conversation, typeof until === 'number' ? until : 0);
  switch (when) {
    case 'now':
      await wake(context, told);
      return undefined;
    case 'never':
      noteUntold(context, told.conversation, job);
      return undefined;
    default:
      return when;
  }
}

function noteUntold({ log }: RuntimeContext, conversation: string, { data }: Job): void {
  const channel = parseConversationId(conversation)?.channel ?? null;
  log.info('NEWS_UNTOLD', { channel, news: String(data['news']) });
}

/** What this process could answer and not deliver is left to the one that talks with the shopper. */
async function wake(context: RuntimeContext, incoming: Incoming | null): Promise<void> {
  if (!incoming || !isConversationId(incoming.conversation)) return;
  const lane = context.lanes.of(incoming.conversation);
  if (adapterOf(context, lane) === null) await accept(context, lane, incoming.entry);
  else await submit(context, incoming);
}
