import type { WebchatClock } from '../../adapters/channels/webchat/clock.ts';

/** Time that stands still until it is moved; what is due then runs in order. */
export function createHeldClock(start = 1_700_000_000_000): WebchatClock & { advance(ms: number): void } {
  let time = start;
  const timers = new Set<{ readonly ms: number; readonly run: () => void; due: number }>();
  return {
    now: () => time,
    every: (ms, run) => {
      const timer = { ms, run, due: time + ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (ms) => {
      time += ms;
      for (const timer of timers) {
        for (; timer.due <= time; timer.due += timer.ms) timer.run();
      }
    },
  };
}
