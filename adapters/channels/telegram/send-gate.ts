import type { Clock } from '../../../src/runtime/clock.ts';
import { createMeter, type Meter } from '../../../src/runtime/meter.ts';
import { sleep } from '../../../src/runtime/sleep.ts';

/** How quickly this bot may send. */
export interface Pace {
  /** Over all chats, and so many at once. Together 30 in any second: Telegram's figure for bulk sends. */
  readonly perSecond: number;
  readonly burst: number;
  /** To one person: one a second, short bursts are tolerated (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
  readonly chatBurst: number;
  /** To one group: 20 a minute (same page). */
  readonly groupBurst: number;
  /** Longer waits are handed back instead of waited for, so that nobody hangs on a send for minutes. */
  readonly patienceMs: number;
}

export const defaultPace: Pace = { perSecond: 25, burst: 5, chatBurst: 10, groupBurst: 10, patienceMs: 3000 };

export interface SendGate {
  /** Resolves when a message may be sent: `null`, or with the milliseconds still to wait when they are too many. */
  pass(chat: number): Promise<number | null>;
  /** After a 429 to this chat: nothing is sent to it for so long. */
  shut(chat: number, ms: number): void;
  /** Milliseconds until the gate opens for this chat, 0 when it is open. */
  shutFor(chat: number): number;
}

/**
 * One gate for all sends of one bot. Telegram does not say whether a 429 is about the chat or about the bot: the first one stops its
 * chat, and when a second chat is told the same meanwhile, it is the bot, and everything stops; going on would make Telegram wait longer.
 */
export function createSendGate(clock: Clock, pace: Pace): SendGate {
  const overall = createMeter(1000 / pace.perSecond, pace.burst);
  const chats = createChatMeters(pace);
  const { shut, shutFor } = createBars(clock);
  return {
    ...{ shut, shutFor },
    pass: async (chat) => {
      const meters = [overall, chats.meter(chat, clock.now())];
      const wait = Math.max(shutFor(chat), ...meters.map((meter) => meter.wait(clock.now())));
      if (wait > pace.patienceMs) return wait;
      for (const meter of meters) meter.take(clock.now());
      if (wait > 0) await sleep(clock, wait);
      return awaitOpen({ shutFor: () => shutFor(chat), clock, patienceMs: pace.patienceMs });
    },
  };
}

/** Who must wait, and until when. */
function createBars(clock: Clock): Pick<SendGate, 'shut' | 'shutFor'> {
  const chats = new Map<number, number>();
  let allUntil = 0;
  return {
    shut: (chat, ms) => {
      const now = clock.now();
      for (const [known, until] of chats) if (until <= now) chats.delete(known);
      const until = Math.max(chats.get(chat) ?? 0, now + ms);
      chats.set(chat, until);
      if (chats.size > 1) allUntil = Math.max(allUntil, ...chats.values());
    },
    shutFor: (chat) => Math.max(0, Math.max(allUntil, chats.get(chat) ?? 0) - clock.now()),
  };
}

interface Opening {
  readonly shutFor: () => number;
  readonly clock: Clock;
  readonly patienceMs: number;
}

/** Somebody else's 429 may have shut the gate while this one waited for its turn. */
async function awaitOpen({ shutFor, clock, patienceMs }: Opening): Promise<number | null> {
  for (let wait = shutFor(); wait > 0; wait = shutFor()) {
    if (wait > patienceMs) return wait;
    await sleep(clock, wait);
  }
  return null;
}

const sweepAt = 10_000;

function createChatMeters(pace: Pace) {
  const meters = new Map<number, Meter>();
  const create = (chat: number) => (chat < 0 ? createMeter(3000, pace.groupBurst) : createMeter(1000, pace.chatBurst));
  return {
    meter(chat: number, now: number): Meter {
      if (meters.size > sweepAt) sweep(meters, now);
      const meter = meters.get(chat) ?? create(chat);
      meters.set(chat, meter);
      return meter;
    },
  };
}

/** A chat that has been quiet needs no meter: a fresh one says the same. */
function sweep(meters: Map<number, Meter>, now: number): void {
  for (const [chat, meter] of meters) if (meter.idle(now)) meters.delete(chat);
}
