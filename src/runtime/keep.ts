import type { JsonObject } from '../storage/json.ts';
import type { Store, Write } from '../storage/store.ts';
import { type Conversation, freshConversation } from './conversation.ts';
import type { Held, Lane } from './lane.ts';

/** What to make of a conversation, and what else to write with it. */
export interface Change {
  readonly conversation: Conversation;
  readonly writes: readonly Write[];
}

/**
 * `done`: committed. `gone-on`: the conversation has changed so that `make` no longer applies. `contested`: one of the other
 * documents was changed by somebody else.
 */
export type Kept = 'done' | 'gone-on' | 'contested';

/** Changes a conversation against the revision read. Changes of one lane wait for each other; the loser of a race tries again. */
export function keep(store: Store, lane: Lane, make: (now: Conversation) => Change | null): Promise<Kept> {
  return inTurn(lane, () => attempt(store, lane, make));
}

async function attempt(store: Store, lane: Lane, make: (now: Conversation) => Change | null): Promise<Kept> {
  for (;;) {
    const held = lane.held ?? (await hold(store, lane));
    const change = make(held.conversation);
    if (!change) return 'gone-on';
    if (await commit(store, lane, { held, change })) return 'done';
    const present = await hold(store, lane);
    if (present.revision === held.revision) return 'contested';
  }
}

async function commit(store: Store, lane: Lane, { held, change }: { held: Held; change: Change }): Promise<boolean> {
  const { revision } = held;
  const body = change.conversation as unknown as JsonObject;
  const own: Write = { kind: 'conversation', id: lane.id, revision, body };
  const outcome = await store.commit([own, ...change.writes]).catch((error: unknown) => {
    lane.held = null;
    throw error;
  });
  if (outcome === 'conflict') return false;
  lane.held = { revision: revision + 1, conversation: change.conversation };
  return true;
}

/** What the lane holds, or else what is stored. */
export function present(store: Store, lane: Lane): Held | Promise<Held> {
  return lane.held ?? inTurn(lane, async () => lane.held ?? hold(store, lane));
}

/** Reads what is stored, in turn with the lane's changes, so that nothing older replaces what they have left. */
export function refresh(store: Store, lane: Lane): Promise<Held> {
  return inTurn(lane, () => hold(store, lane));
}

function inTurn<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  const done = lane.lock.then(work);
  lane.lock = done.catch(() => undefined);
  return done;
}

/** A conversation that is not there yet begins. */
async function hold(store: Store, lane: Lane): Promise<Held> {
  const stored = await store.get('conversation', lane.id);
  const held = stored
    ? { revision: stored.revision, conversation: stored.body as unknown as Conversation }
    : { revision: 0, conversation: freshConversation(lane.id, lane.address.channel) };
  lane.held = held;
  return held;
}
