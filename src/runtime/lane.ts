import { LRUCache } from 'lru-cache';
import { type Address, type ConversationId, parseConversationId } from '../channel/ids.ts';
import type { Message } from '../channel/message.ts';
import type { Conversation } from './conversation.ts';
import type { InboxEntry } from './inbox-entry.ts';

/** One conversation while this process is busy with it: its messages are handled here one at a time, in order. */
export interface Lane {
  readonly id: ConversationId;
  readonly address: Address;
  /** What is stored, as far as this process knows; `null` when it has to be read. */
  held: Held | null;
  /** Changes of the document wait for each other here. */
  lock: Promise<unknown>;
  readonly queue: Waiting[];
  /** Turns are being taken; `null` when none is. */
  work: Promise<void> | null;
  /** A slow action runs: what comes in meanwhile is made durable at once. */
  slow: boolean;
  /** The outbox is being emptied. */
  delivering: Promise<void> | null;
  /** Something may have been said since delivery looked last. */
  hasNews: boolean;
  /** The queue is being made durable, in order. */
  queueing: Promise<void> | null;
  /** Somebody looks whether there is anything to do here. */
  isLookedAt: boolean;
  /** What was said by this process and may still have to be delivered, by event. */
  readonly said: Map<string, readonly Message[]>;
  /** How far delivery has come, where the store does not know it yet, by event. */
  readonly delivered: Map<string, Progress>;
  /** Called once an event's answers are delivered. */
  readonly answered: Map<string, readonly (() => void)[]>;
}

export interface Held {
  readonly revision: number;
  readonly conversation: Conversation;
}

export type Progress = 'all' | { readonly message: number; readonly part: number };

/** An event on its way in; told when it is durable. */
export interface Waiting {
  readonly entry: InboxEntry;
  accepted(): void;
  duplicate(): void;
  failed(error: unknown): void;
}

/** Lanes at work, and what was last read of those that are not: the revision check catches what is stale. */
export interface Lanes {
  of(id: ConversationId): Lane;
  /** Lets go of a lane that has nothing left to do. */
  rest(lane: Lane): void;
  active(): readonly Lane[];
}

export function createLanes(remembered: number): Lanes {
  const active = new Map<ConversationId, Lane>();
  const resting = new LRUCache<ConversationId, Held>({ max: remembered });
  return {
    of(id) {
      const known = active.get(id);
      if (known) return known;
      const lane = freshLane(id, resting.get(id) ?? null);
      active.set(id, lane);
      return lane;
    },
    rest(lane) {
      if (isBusy(lane) || active.get(lane.id) !== lane) return;
      active.delete(lane.id);
      if (lane.held) resting.set(lane.id, lane.held);
      else resting.delete(lane.id);
    },
    active: () => [...active.values()],
  };
}

/** A second lane of the same conversation would know nothing of what only this one knows. */
function isBusy(lane: Lane): boolean {
  const isAtWork = lane.work !== null || lane.delivering !== null || lane.queueing !== null || lane.isLookedAt;
  return isAtWork || lane.queue.length > 0 || lane.delivered.size > 0 || lane.answered.size > 0;
}

function freshLane(id: ConversationId, held: Held | null): Lane {
  const address = parseConversationId(id);
  if (!address) throw new Error('Not a conversation id');
  return {
    id,
    address,
    held,
    lock: Promise.resolve(),
    queue: [],
    work: null,
    slow: false,
    delivering: null,
    hasNews: false,
    queueing: null,
    isLookedAt: false,
    said: new Map(),
    delivered: new Map(),
    answered: new Map(),
  };
}
