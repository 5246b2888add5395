import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { ConversationId } from '../channel/ids.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Store } from '../storage/store.ts';

/** How a platform wants to be addressed, so that a conversation is reached: kept where the platform's own ids do not say. */
export interface References {
  get(conversation: ConversationId): Promise<JsonObject | null>;
  /** Durable when it resolves; costs a write only when something has changed. */
  put(conversation: ConversationId, reference: JsonObject): Promise<void>;
}

const remembered = 10_000;

/** Another process may have learnt something newer: nothing is believed for longer than this. */
const memoryMs = 60_000;

export function createReferences(store: Pick<Store, 'get' | 'commit'>): References {
  const known = new LRUCache<string, JsonObject>({ max: remembered, ttl: memoryMs });
  return {
    async get(conversation) {
      const kept = known.get(conversation) ?? (await store.get('reference', conversation))?.body ?? null;
      if (kept !== null) known.set(conversation, kept);
      return kept;
    },
    async put(conversation, reference) {
      if (isDeepStrictEqual(known.get(conversation), reference)) return;
      await write(store, conversation, reference);
      known.set(conversation, reference);
    },
  };
}

/** The last one to write wins: each tells where the shopper was when they wrote. */
async function write(store: Pick<Store, 'get' | 'commit'>, id: string, body: JsonObject): Promise<void> {
  for (;;) {
    const stored = await store.get('reference', id);
    if (stored && isDeepStrictEqual(stored.body, body)) return;
    const change = { kind: 'reference', id, revision: stored?.revision ?? 0, body } as const;
    if ((await store.commit([change])) === 'committed') return;
  }
}
