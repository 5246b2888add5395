import type { Job, JobRun } from '../jobs/jobs.ts';
import { errorCode } from '../runtime/log.ts';
import { applyChange } from './apply-change.ts';
import { sendTold } from './send-told.ts';
import { ShopError } from './shop-error.ts';
import type { ShopSystem } from './shop-system.ts';
import { sweep } from './sweep.ts';
import { changeOfJob, orderOfJob } from './sync-jobs.ts';
import type { SyncParts } from './sync-parts.ts';

/** Webhooks bring what changes at once; a sweep finds what they did not tell. */
const everyMs = 15 * 60_000;
/** A sweep leaves others their turn. */
const atOnceMs = 20_000;
/** `elsewhere`: another process is at it, and may stop in the middle. */
const waits = { more: 0, done: everyMs, elsewhere: 5_000 } as const;
/** When a shop system is down and does not say when to come again. */
const laterMs = 30_000;

/** What the job `sync-shop` does: all of a sweep, one thing that changed over there, or one order that changed here. */
export function syncErrand(parts: SyncParts): JobRun {
  return async (job) => {
    const again = (await Promise.all(parts.systems.map((system) => guarded(parts, system, job)))).filter(
      (at) => at !== null,
    );
    return again.length === 0 ? undefined : { again: Math.min(...again) };
  };
}

/** When this job is to come again for this system, epoch ms; `null`: not at all. */
async function guarded(parts: SyncParts, system: ShopSystem, job: Job): Promise<number | null> {
  try {
    return await run(parts, system, job);
  } catch (error) {
    parts.log.warn('SHOP_SYNC_FAILED', { system: system.id, code: errorCode(error) });
    const after = error instanceof ShopError ? error.afterMs : null;
    return parts.clock.now() + Math.max(after ?? laterMs, 1_000);
  }
}

async function run(parts: SyncParts, system: ShopSystem, job: Job): Promise<number | null> {
  const order = orderOfJob(job);
  if (order !== null) return (await sendTold(parts, system, order)).again ?? null;
  const change = changeOfJob(job);
  if (change !== null) {
    if (change.system === system.id) await applyChange(parts, system, change);
    return null;
  }
  const now = parts.clock.now();
  const outcome = await sweep(parts, system, now + atOnceMs);
  return parts.clock.now() + waits[outcome];
}
