import { parseConversationId } from '../channel/ids.ts';
import type { Job, JobRun } from '../jobs/jobs.ts';
import type { RuntimeContext } from './context.ts';
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

async function wake(context: RuntimeContext, incoming: Parameters<typeof submit>[1] | null): Promise<void> {
  if (incoming) await submit(context, incoming);
}
