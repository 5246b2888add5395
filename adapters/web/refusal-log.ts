import type { Clock } from '../../src/runtime/clock.ts';
import type { Log } from '../../src/runtime/log.ts';

/** Strangers who knock all day must not fill the disk. */
const quietMs = 60_000;

export interface RefusalLogDeps {
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
}

export interface NoteRefusal {
  readonly refused: (reason: string) => void;
  /** It could not be found out who asks. */
  readonly unproven: (code: string) => void;
}

/** `channel`: a channel, or whoever else posts here. One line a minute and channel at most; `times` counts those since the line before, this one included. */
export function createRefusalLog({ log, clock }: RefusalLogDeps, channel: string): NoteRefusal {
  const refused = createCount(clock);
  const unproven = createCount(clock);
  return {
    refused: (reason) => refused((times) => log.warn('WEBHOOK_REFUSED', { channel, reason, times })),
    unproven: (code) => unproven((times) => log.error('WEBHOOK_UNPROVEN', { channel, code, times })),
  };
}

function createCount({ now }: Pick<Clock, 'now'>): (tell: (times: number) => void) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let times = 0;
  return (tell) => {
    times += 1;
    if (now() - toldAt < quietMs) return;
    tell(times);
    toldAt = now();
    times = 0;
  };
}
