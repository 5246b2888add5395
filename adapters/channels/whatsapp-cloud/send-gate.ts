import type { Clock } from '../../../src/runtime/clock.ts';
import { createMeter, type Meter } from '../../../src/runtime/meter.ts';
import { sleep } from '../../../src/runtime/sleep.ts';

/** How quickly this number may send. */
export interface Pace {
  /** Over all people: 80 a second, in and out together ("Throughput", developers.facebook.com/docs/whatsapp/throughput). */
  readonly perSecond: number;
  readonly burst: number;
  /**
   * To one person: one every six seconds; up to 45 at once, to be paid back by silence ("Capacity, quality rating and messaging
   * limits", pair rate limits).
   */
  readonly pairEveryMs: number;
  readonly pairBurst: number;
  /** Longer waits are handed back instead of waited for, so that nobody hangs on a send for minutes. */
  readonly patienceMs: number;
}

/** Below Meta's figures: what comes in counts as well, and some are kept back for a person at the desk. */
export const defaultPace: Pace = { perSecond: 60, burst: 10, pairEveryMs: 6000, pairBurst: 40, patienceMs: 3000 };

export interface SendGate {
  /** Resolves when a message may be sent: `null`, or with the milliseconds still to wait when they are too many. */
  pass(peer: string): Promise<number | null>;
  /** Nothing of this number is sent for so long. */
  shut(ms: number): void;
}

export function createSendGate(clock: Clock, pace: Pace): SendGate {
  const overall = createMeter(1000 / pace.perSecond, pace.burst);
  const pairs = createPairs(pace);
  let openAt = 0;
  const shutFor = () => Math.max(0, openAt - clock.now());
  return {
    shut: (ms) => {
      openAt = Math.max(openAt, clock.now() + ms);
    },
    pass: async (peer) => {
      const meters = [overall, pairs.meter(peer, clock.now())];
      const wait = Math.max(shutFor(), ...meters.map((meter) => meter.wait(clock.now())));
      if (wait > pace.patienceMs) return wait;
      for (const meter of meters) meter.take(clock.now());
      if (wait > 0) await sleep(clock, wait);
      return null;
    },
  };
}

const sweepAt = 10_000;

function createPairs({ pairEveryMs, pairBurst }: Pace) {
  const meters = new Map<string, Meter>();
  return {
    meter(peer: string, now: number): Meter {
      if (meters.size > sweepAt) sweep(meters, now);
      const meter = meters.get(peer) ?? createMeter(pairEveryMs, pairBurst);
      meters.set(peer, meter);
      return meter;
    },
  };
}

/** A pair that has been quiet needs no meter: a fresh one says the same. */
function sweep(meters: Map<string, Meter>, now: number): void {
  for (const [peer, meter] of meters) if (meter.idle(now)) meters.delete(peer);
}
