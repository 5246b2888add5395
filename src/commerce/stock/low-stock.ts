import { type JobRun, planJob } from '../../jobs/jobs.ts';
import type { Log } from '../../runtime/log.ts';
import type { Trade } from '../trade.ts';

/** A job, so that it is told once, and only when it has really happened. */
export function planLowWarning(
  { stage, now }: Pick<Trade, 'stage' | 'now'>,
  { sku, revision, available }: { readonly sku: string; readonly revision: number; readonly available: number },
): void {
  const id = `stock-low:${sku}:${revision + 1}`;
  stage(planJob({ id, name: 'stock-low', runAt: now, data: { sku, available } }));
}

/** What the job `stock-low` does. */
export function warnOfLowStock(log: Pick<Log, 'warn'>): JobRun {
  return async ({ data: { sku, available } }) => {
    log.warn('STOCK_LOW', { sku: String(sku), available: Number(available) });
    return undefined;
  };
}
