import { tooManyRequests } from './api-error.ts';

/** Telegram names no exact figures. These let short bursts pass and catch who never slows down. */
export interface FloodLimits {
  readonly perChat: Rate;
  readonly perGroup: Rate;
  readonly overall: Rate;
}

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export const usualFlood: FloodLimits = {
  perChat: { perSecond: 1, burst: 20 },
  perGroup: { perSecond: 1 / 3, burst: 20 },
  overall: { perSecond: 30, burst: 30 },
};

export interface Flood {
  /** Throws 429 when this is one too many; then everything is 429 until the time is up. */
  count(chat: number): void;
  /** Everything, or what goes to this chat, is 429 for so many seconds. */
  shut(seconds: number, chat?: number | null): void;
}

export function createFlood(limits: FloodLimits | null, now: () => number): Flood {
  const buckets = new Map<string, number>();
  let shutUntil = 0;
  const shutChats = new Map<number, number>();
  const shut = (seconds: number, chat: number | null = null) => {
    if (chat === null) shutUntil = now() + seconds * 1000;
    else shutChats.set(chat, now() + seconds * 1000);
  };
  const take = (key: string, rate: Rate) => {
    const interval = 1000 / rate.perSecond;
    const due = Math.max(buckets.get(key) ?? 0, now()) + interval;
    if (due - now() > rate.burst * interval + 1) refuse(Math.max(1, Math.ceil(interval / 1000)));
    buckets.set(key, due);
  };
  const refuse = (seconds: number): never => {
    shut(seconds);
    throw tooManyRequests(seconds);
  };
  return {
    shut,
    count(chat) {
      const until = Math.max(shutUntil, shutChats.get(chat) ?? 0);
      if (until > now()) throw tooManyRequests(Math.ceil((until - now()) / 1000));
      if (!limits) return;
      take('all', limits.overall);
      take(String(chat), chat < 0 ? limits.perGroup : limits.perChat);
    },
  };
}
