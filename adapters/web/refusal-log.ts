import type { ChannelId } from '../../src/channel/ids.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { Log } from '../../src/runtime/log.ts';

/** Strangers who knock all day must not fill the disk. */
const quietMs = 60_000;

export interface RefusalLogDeps {
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
}

/** One line a minute and channel at most; `times` counts the refusals since the line before, this one included. */
export function createRefusalLog({ log, clock }: RefusalLogDeps, channel: ChannelId): (reason: string) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let times = 0;
  return (reason) => {
    times += 1;
    if (clock.now() - toldAt < quietMs) return;
    log.warn('WEBHOOK_REFUSED', { channel, reason, times });
    toldAt = clock.now();
    times = 0;
  };
}
