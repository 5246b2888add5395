import { LRUCache } from 'lru-cache';
import type { Choice } from '../../../src/channel/message.ts';

/** What of our own messages is remembered while the process lives. WhatsApp keeps no key of ours. */
export interface Memory {
  sent(message: string, key: string): void;
  keyOf(message: string): string | null;
  polled(poll: string, choices: readonly Choice[]): void;
  choiceOf(poll: string, option: number): Choice | null;
}

const most = 5000;

export function createMemory(): Memory {
  const keys = new LRUCache<string, string>({ max: most });
  const polls = new LRUCache<string, readonly Choice[]>({ max: most });
  return {
    sent: (message, key) => void keys.set(message, key),
    keyOf: (message) => keys.get(message) ?? null,
    polled: (poll, choices) => void polls.set(poll, choices),
    choiceOf: (poll, option) => polls.get(poll)?.[option] ?? null,
  };
}
