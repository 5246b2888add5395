import type { JsonObject } from '../storage/json.ts';
import type { Store, Stored, Write } from '../storage/store.ts';
import type { GivenDocument } from './conversation-test.ts';

/** Puts what a test takes as given into the store; what it returns puts back what was there before. */
export async function placeGiven(
  store: Store,
  given: readonly GivenDocument[],
  shopper: string,
): Promise<() => Promise<void>> {
  const placed = await Promise.all(given.map((document) => place(store, document, shopper)));
  return async () => {
    for (const { kind, id, before } of placed) await put(store, { kind, id, body: before?.body ?? null });
  };
}

interface Placed {
  readonly kind: GivenDocument['kind'];
  readonly id: string;
  readonly before: Stored | null;
}

async function place(store: Store, { kind, id, body }: GivenDocument, shopper: string): Promise<Placed> {
  const own = id ?? shopper;
  const before = await store.get(kind, own);
  await put(store, { kind, id: own, body: completed(kind, body, shopper) });
  return { kind, id: own, before };
}

/** An order that nobody is named for is the shopper's. */
function completed(kind: GivenDocument['kind'], body: JsonObject, shopper: string): JsonObject {
  return kind === 'order' && body['customer'] === undefined ? { ...body, customer: shopper } : body;
}

async function put(store: Store, { kind, id, body }: Omit<Write, 'revision'>): Promise<void> {
  const present = await store.get(kind, id);
  if (!present && body === null) return;
  const outcome = await store.commit([{ kind, id, revision: present?.revision ?? 0, body }]);
  if (outcome === 'conflict') return put(store, { kind, id, body });
}
