import type { Job, JobName, JobRun } from '../jobs/jobs.ts';
import type { RuntimeContext } from './context.ts';
import { silenceEntry } from './silence.ts';
import { submit } from './submit.ts';
import { newsEntry } from './tell-news.ts';

/** What jobs do beside waking conversations: payments, prices, parcels. Each may run more than once. */
export type Errands = Readonly<Partial<Record<Exclude<JobName, 'silence' | 'news'>, JobRun>>>;

/** How long a job is left that nobody in this process can do: another process may have what it needs. */
const laterMs = 60_000;

export async function runErrand(context: RuntimeContext, job: Job): ReturnType<JobRun> {
  switch (job.name) {
    case 'silence':
      await wake(context, await silenceEntry(context, job));
      return;
    case 'news':
      await wake(context, newsEntry(context, job));
      return;
    default: {
      const errand = context.errands?.[job.name];
      return errand ? await errand(job) : { again: context.clock.now() + laterMs };
    }
  }
}

async function wake(context: RuntimeContext, incoming: Parameters<typeof submit>[1] | null): Promise<void> {
  if (incoming) await submit(context, incoming);
}
