import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store, Write } from '../../../src/storage/store.ts';

export function declareCommits({ store, open }: { store: () => Store; open: () => Promise<Store> }): void {
  const put = (id: string, revision: number, n: number): Write => ({ kind: 'cart', id, revision, body: { n } });
  const n = async (id: string) => (await store().get('cart', id))?.body['n'];

  describe('commits', () => {
    it('a document begins at revision 1 and gains one with each write', async () => {
      const id = randomUUID();
      expect(await store().get('cart', id)).toBeNull();
      expect(await store().commit([put(id, 0, 1)])).toBe('committed');
      expect(await store().get('cart', id)).toEqual({ id, revision: 1, body: { n: 1 } });
      expect(await store().commit([put(id, 1, 2)])).toBe('committed');
      expect(await store().get('cart', id)).toEqual({ id, revision: 2, body: { n: 2 } });
    });

    it('a write replaces the whole body', async () => {
      const id = randomUUID();
      await store().commit([{ kind: 'cart', id, revision: 0, body: { old: 1, updatedAt: 5 } }]);
      await store().commit([{ kind: 'cart', id, revision: 1, body: { fresh: 2 } }]);
      expect((await store().get('cart', id))?.body).toEqual({ fresh: 2 });
    });

    it.each([0, 1, 3])('revision %i of a document that is at 2 is a conflict and changes nothing', async (revision) => {
      const id = randomUUID();
      await store().commit([put(id, 0, 1)]);
      await store().commit([put(id, 1, 2)]);
      expect(await store().commit([put(id, revision, 3)])).toBe('conflict');
      expect(await store().get('cart', id)).toEqual({ id, revision: 2, body: { n: 2 } });
    });

    it('a document that does not exist cannot be written at a later revision', async () => {
      const id = randomUUID();
      expect(await store().commit([put(id, 1, 1)])).toBe('conflict');
      expect(await store().get('cart', id)).toBeNull();
    });

    it.each([0, 1, 2])('one stale write, in place %i of three, keeps all three from happening', async (place) => {
      const [changed, created, stale] = [randomUUID(), randomUUID(), randomUUID()];
      await store().commit([put(changed, 0, 1)]);
      await store().commit([put(stale, 0, 1)]);
      const writes = [put(changed, 1, 2), put(created, 0, 2)];
      writes.splice(place, 0, put(stale, 7, 2));
      expect(await store().commit(writes)).toBe('conflict');
      expect([await n(changed), await n(created), await n(stale)]).toEqual([1, undefined, 1]);
    });

    it('one commit writes, creates and deletes documents of several kinds', async () => {
      const [changed, gone, created] = [randomUUID(), randomUUID(), randomUUID()];
      await store().commit([put(changed, 0, 1), put(gone, 0, 1)]);
      const writes: readonly Write[] = [
        put(changed, 1, 2),
        { kind: 'cart', id: gone, revision: 1, body: null },
        { kind: 'message', id: created, revision: 0, body: { conversation: changed, turn: 1 } },
      ];
      expect(await store().commit(writes)).toBe('committed');
      expect([await n(changed), await n(gone)]).toEqual([2, undefined]);
      expect(await store().get('message', created)).toMatchObject({ revision: 1 });
    });

    it('the same id in another kind is another document', async () => {
      const id = randomUUID();
      await store().commit([put(id, 0, 1)]);
      expect(await store().get('customer', id)).toBeNull();
      expect(await store().commit([{ kind: 'customer', id, revision: 0, body: {} }])).toBe('committed');
    });

    it('a deletion needs the right revision, and the document can be made again', async () => {
      const id = randomUUID();
      await store().commit([put(id, 0, 1)]);
      expect(await store().commit([{ kind: 'cart', id, revision: 2, body: null }])).toBe('conflict');
      expect(await n(id)).toBe(1);
      expect(await store().commit([{ kind: 'cart', id, revision: 1, body: null }])).toBe('committed');
      expect(await store().get('cart', id)).toBeNull();
      expect(await store().commit([{ kind: 'cart', id, revision: 1, body: null }])).toBe('conflict');
      expect(await store().commit([put(id, 0, 2)])).toBe('committed');
      expect(await store().get('cart', id)).toMatchObject({ revision: 1 });
    });

    it('deleting at revision 0 holds that the document does not exist', async () => {
      const id = randomUUID();
      expect(await store().commit([{ kind: 'cart', id, revision: 0, body: null }])).toBe('committed');
      expect(await store().get('cart', id)).toBeNull();
      await store().commit([put(id, 0, 1)]);
      expect(await store().commit([{ kind: 'cart', id, revision: 0, body: null }])).toBe('conflict');
      expect(await n(id)).toBe(1);
    });

    it('one commit of 30 MB over many documents is atomic like any other', async () => {
      const ids = Array.from({ length: 15 }, () => randomUUID());
      const writes = ids.map(
        (id): Write => ({ kind: 'product', id, revision: 0, body: { text: 'ä'.repeat(1_000_000) } }),
      );
      expect(await store().commit([...writes, put(randomUUID(), 4, 1)])).toBe('conflict');
      expect(await store().getMany('product', ids)).toEqual([]);
      expect(await store().commit(writes)).toBe('committed');
      expect((await store().getMany('product', ids)).map(({ id }) => id)).toEqual(ids);
    });

    it('no writes are committed at once', async () => {
      expect(await store().commit([])).toBe('committed');
    });

    it('a commit that names a document twice is refused', async () => {
      const id = randomUUID();
      await expect(store().commit([put(id, 0, 1), put(id, 1, 2)])).rejects.toMatchObject({ code: 'STORE_FAILED' });
      expect(await store().get('cart', id)).toBeNull();
    });

    it('a body that is not JSON is refused without harm to the commits beside it', async () => {
      const [good, bad] = [randomUUID(), randomUUID()];
      const circular: Record<string, unknown> = {};
      circular['self'] = circular;
      const write = { kind: 'cart', id: bad, revision: 0, body: circular } as unknown as Write;
      const [outcome, refusal] = await Promise.allSettled([store().commit([put(good, 0, 1)]), store().commit([write])]);
      expect(outcome).toEqual({ status: 'fulfilled', value: 'committed' });
      expect(refusal.status).toBe('rejected');
      expect([await n(good), await n(bad)]).toEqual([1, undefined]);
    });

    it('a closed store has written what it was given and says that it is closed', async () => {
      const closing = await open();
      const id = randomUUID();
      const pending = closing.commit([put(id, 0, 1)]);
      await closing.close();
      expect(await pending).toBe('committed');
      expect(await n(id)).toBe(1);
      const closed = { name: 'StoreError', code: 'STORE_UNAVAILABLE', message: expect.stringContaining('closed') };
      await expect(closing.get('cart', id)).rejects.toMatchObject(closed);
      await expect(closing.find('cart', {})).rejects.toMatchObject(closed);
      await expect(closing.commit([put(id, 1, 2)])).rejects.toMatchObject(closed);
      await closing.close();
    });
  });
}
