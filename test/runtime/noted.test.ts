import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadLetters, dropDeadLetter, replayDeadLetter } from '../../src/care/dead-letters.ts';
import type { DeliveryReport, InboundContent, NotedContent } from '../../src/channel/inbound.ts';
import { profileOf } from '../../src/customer/profile.ts';
import { deliveryKey } from '../../src/runtime/delivery-key.ts';
import { reachOf } from '../../src/runtime/reach.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import type { Store } from '../../src/storage/store.ts';
import { createManualClock } from '../manual-clock.ts';
import { createGate } from './gate.ts';
import { createMemoryStore } from './memory-store.ts';
import { createRecordingChannel, type RecordingChannel } from './recording-channel.ts';
import { createRunning, type Running, range, says, shopper, transcriptOf } from './running.ts';
import { describeOnStores } from './stores.ts';

interface Shop {
  readonly store: Store;
  readonly channel: RecordingChannel;
  readonly runtime: Running;
}

function open(store: Store = createMemoryStore(new Map()), channel = createRecordingChannel()): Shop {
  return { store, channel, runtime: createRunning({ store, channel }) };
}

/** A part of what was said to Ann: turn 1 is the first, message and part are counted from 0. */
function keyOf(turn: number, message = 0, peer = 'ann'): string {
  return deliveryKey(shopper(peer), { turn, message, index: 0 });
}

function report(state: DeliveryReport['state'], key: string | null, more: Partial<DeliveryReport> = {}): NotedContent {
  return { type: 'delivery', key, message: 'wamid.1', state, ...more };
}

let told = 0;
const tell = ({ runtime }: Pick<Shop, 'runtime'>, content: InboundContent, peer = 'ann') => {
  told += 1;
  return runtime.receive(says(peer, `told-${told}`, content));
};

const lettersOf = async ({ store }: Pick<Shop, 'store'>) =>
  (await store.find('dead-letter', {})).map(({ id, body }) => ({ id, ...body }));

describe('how far answers have come', () => {
  const states = ['sent', 'delivered', 'read'] as const;
  const reports = fc.array(fc.record({ turn: fc.integer({ min: 1, max: 6 }), state: fc.constantFrom(...states) }), {
    maxLength: 12,
  });

  it('is the furthest that anybody told, in whatever order and however often it is told', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(reports, fc.func(fc.integer()), async (all, place) => {
        const shop = open();
        const shuffled = [...all, ...all].toSorted((one, other) => place(one) - place(other));
        await Promise.all(shuffled.map(({ turn, state }) => tell(shop, report(state, keyOf(turn)))));
        const furthest = (...which: readonly string[]) =>
          Math.max(0, ...all.filter(({ state }) => which.includes(state)).map(({ turn }) => turn));
        const expected = { delivered: furthest('delivered', 'read'), read: furthest('read') };
        if (expected.read > 0 && expected.delivered > expected.read) moved += 1;
        expect(await reachOf(shop.store, shopper('ann'))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(20);
  });

  it('changes no conversation, answers nothing, and is told as news only once', async () => {
    const shop = open();
    await shop.runtime.handle(says('ann', 1));
    const before = await shop.store.get('conversation', shopper('ann'));
    expect(await tell(shop, report('read', keyOf(1)))).toBe('accepted');
    for (const state of states) expect(await tell(shop, report(state, keyOf(1)))).toBe('duplicate');
    expect(await shop.runtime.handle(says('ann', 'r', report('delivered', keyOf(1))))).toBe('duplicate');
    await shop.runtime.settled();
    expect((await shop.store.get('conversation', shopper('ann')))?.body['state']).toEqual(before?.body['state']);
    expect(await transcriptOf(shop.store, 'ann')).toHaveLength(1);
    expect(shop.channel.shown).toHaveLength(1);
  });

  it('is not read from keys of others: none, another conversation’s, or nobody’s', async () => {
    const shop = open();
    await shop.runtime.handle(says('ann', 1));
    await shop.runtime.handle(says('bob', 1));
    const foreign = [
      null,
      '',
      'order-17',
      keyOf(5, 0, 'bob'),
      `x${keyOf(5)}`,
      ':5:0:0',
      `${keyOf(5)}:0`,
      keyOf(-5),
      keyOf(0),
    ];
    for (const key of foreign) {
      for (const state of [...states, 'failed'] as const)
        expect(await tell(shop, report(state, key)), `${key}`).toBe('duplicate');
    }
    expect(await reachOf(shop.store, shopper('ann'))).toEqual({ delivered: 0, read: 0 });
    expect(await lettersOf(shop)).toEqual([]);
    expect(shop.runtime.logged).toEqual([]);
  });
});

await describeOnStores('what a platform tells afterwards', (place) => {
  it('of a part it could not bring becomes one dead letter, however often and after whatever restarts it is told', async () => {
    const openStore = place.fresh();
    const shop = open(await openStore());
    await shop.runtime.handle(says('ann', 1));
    await shop.runtime.handle(says('ann', 2, 'three'));
    const failed = report('failed', keyOf(2, 1), { reason: '131026 the message could not be brought' });
    const outcomes = await Promise.all(range(5).map(() => tell(shop, failed)));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    await shop.runtime.stop();
    const again = open(await openStore());
    await again.runtime.start();
    expect(await tell(again, failed)).toBe('duplicate');
    expect(await lettersOf(again)).toMatchObject([
      {
        id: keyOf(2, 1),
        conversation: shopper('ann'),
        reason: '131026 the message could not be brought',
        part: { type: 'text', text: ['two'] },
      },
    ]);
    expect(shop.runtime.logged.filter((line) => line.startsWith('DELIVERY_FAILED_LATER'))).toHaveLength(1);
    expect(again.runtime.logged).toEqual([]);
    await again.runtime.stop();
  });

  it('that the shopper wants no more news withdraws their consent once, and is nobody’s dead letter', async () => {
    const shop = open(await place.fresh()());
    await shop.runtime.handle(says('ann', 1));
    const body: JsonObject = {
      consent: { news: { given: true, at: 1, channel: 'webchat' }, other: 'kept' },
      email: 'kept',
    };
    await shop.store.commit([{ kind: 'customer', id: shopper('ann'), revision: 0, body }]);
    const optedOut = report('failed', keyOf(1), { optedOut: true });
    await Promise.all(range(4).map(() => tell(shop, optedOut)));
    const first = await shop.store.get('customer', shopper('ann'));
    await tell(shop, optedOut);
    const stored = await shop.store.get('customer', shopper('ann'));
    expect(profileOf(stored?.body ?? null).news).toMatchObject({ given: false, channel: 'terminal' });
    expect(stored?.body).toMatchObject({ email: 'kept', consent: { other: 'kept' } });
    expect([first?.revision, stored?.revision]).toEqual([2, 2]);
    expect(await lettersOf(shop)).toEqual([]);
    await shop.runtime.stop();
  });

  it('of a reaction is kept once, changes no turn and answers nothing', async () => {
    const shop = open(await place.fresh()());
    await shop.runtime.handle(says('ann', 1));
    const liked = says('ann', 'reaction-1', { type: 'reaction', emoji: '👍', to: 'wamid.1' });
    const outcomes = await Promise.all(range(4).map(() => shop.runtime.receive(liked)));
    expect(outcomes.toSorted()).toEqual(['accepted', 'duplicate', 'duplicate', 'duplicate']);
    await shop.runtime.settled();
    expect(shop.channel.shown).toHaveLength(1);
    expect(await transcriptOf(shop.store, 'ann')).toHaveLength(1);
    const kept = await shop.store.get('message', `${shopper('ann')}/reaction-1`);
    expect(kept?.body).toMatchObject({ turn: 0, entry: { content: { emoji: '👍', to: 'wamid.1' } }, outbound: [] });
    await shop.runtime.handle(says('ann', 2));
    expect((await transcriptOf(shop.store, 'ann')).map(({ turn }) => turn)).toEqual([1, 2]);
    await shop.runtime.stop();
  });
});

describe('a dead letter told afterwards', () => {
  it('holds the very part that was sent', async () => {
    const shop = open();
    await shop.runtime.handle(says('ann', 1, 'three'));
    for (const message of range(3)) await tell(shop, report('failed', keyOf(1, message - 1)));
    const letters = await lettersOf(shop);
    expect(letters.map((letter) => (letter as unknown as { part: { text: unknown } }).part.text)).toEqual([
      ['one'],
      ['two'],
      ['three'],
    ]);
    expect(letters.map((letter) => (letter as unknown as { reason: string }).reason)).toEqual(
      Array(3).fill('the platform gives no reason'),
    );
  });

  it('that a person has dropped does not come back when its failure is told again', async () => {
    const shop = open();
    await shop.runtime.handle(says('ann', 1));
    const failed = says('ann', 'status-1', report('failed', keyOf(1)));
    await shop.runtime.receive(failed);
    for (const letter of await deadLetters(shop.store)) expect(await dropDeadLetter(shop.store, letter)).toBe(true);
    expect(await shop.runtime.receive(failed)).toBe('duplicate');
    expect(await lettersOf(shop)).toEqual([]);
  });

  it('that is replayed and fails once more is a letter again', async () => {
    const shop = open();
    await shop.runtime.handle(says('ann', 1));
    await tell(shop, report('failed', keyOf(1)));
    for (const letter of await deadLetters(shop.store)) await replayDeadLetter(shop.store, letter, 1_790_000_000_000);
    expect(await lettersOf(shop)).toEqual([]);
    await shop.runtime.start();
    await shop.channel.untilShown(2);
    const again = shop.channel.shown.at(-1)?.key ?? '';
    expect(again).toBe(keyOf(-1_790_000_000_000));
    await tell(shop, report('failed', again));
    expect(await lettersOf(shop)).toMatchObject([{ id: again, part: { type: 'text', text: ['1'] } }]);
    expect(await transcriptOf(shop.store, 'ann')).toHaveLength(1);
    await shop.runtime.stop();
  });

  it('is none for a turn, a message or a part that there was not', async () => {
    const shop = open();
    await shop.runtime.handle(says('ann', 1));
    const parts = [
      { turn: 2, message: 0, index: 0 },
      { turn: 1, message: 1, index: 0 },
      { turn: 1, message: 0, index: 1 },
    ];
    for (const part of parts)
      expect(await tell(shop, report('failed', deliveryKey(shopper('ann'), part)))).toBe('duplicate');
    expect(await lettersOf(shop)).toEqual([]);
  });
});

describe('a shopper who has left', () => {
  const left: NotedContent = { type: 'left' };
  const waiting = { result: 'retry', afterMs: 60_000, reason: 'flood' } as const;
  const outboxOf = async (store: Store) => (await store.get('conversation', shopper('ann')))?.body['outbox'];

  it.each([true, false])('is told nothing more of what waits (a channel with keys: %s)', async (idempotent) => {
    const clock = createManualClock();
    const channel = createRecordingChannel({ idempotent, receipt: () => waiting });
    const store = createMemoryStore(new Map());
    const runtime = createRunning({ store, channel, clock });
    for (const id of [1, 2]) await runtime.receive({ ...says('ann', id), at: 1_000 });
    await channel.untilTried(1);
    expect(await runtime.receive({ ...says('ann', 'left', left), at: 2_000 })).toBe('accepted');
    expect(await outboxOf(store)).toEqual([]);
    const tried = channel.tried.length;
    for (const _ of range(40)) {
      clock.advance(5_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(channel.tried).toHaveLength(tried);
    await runtime.stop();
    expect(await outboxOf(store)).toEqual([]);
    expect(await store.count('dead-letter', {})).toBe(0);
  });

  it('and has written since is told all of it', async () => {
    const gate = createGate();
    const channel = createRecordingChannel({
      receipt: async () => {
        await gate.pass();
        return { result: 'delivered' };
      },
    });
    const { store, runtime } = open(undefined, channel);
    await runtime.receive({ ...says('ann', 1), at: 1_000 });
    await runtime.receive({ ...says('ann', 2), at: 3_000 });
    await runtime.receive({ ...says('ann', 'left', left), at: 2_000 });
    expect(await outboxOf(store)).toHaveLength(2);
    gate.open();
    await channel.untilShown(2);
    await runtime.stop();
  });

  it('and comes back later is answered', async () => {
    const { runtime, channel } = open();
    await runtime.handle({ ...says('ann', 1), at: 1_000 });
    await runtime.receive({ ...says('ann', 'left', left), at: 2_000 });
    expect(await runtime.receive({ ...says('ann', 'left', left), at: 2_000 })).toBe('duplicate');
    expect(await runtime.handle({ ...says('ann', 2), at: 3_000 })).toBe('answered');
    expect(channel.shown.map(({ inReplyTo }) => inReplyTo)).toEqual(['1', '2']);
    await runtime.stop();
  });

  it('before anything was said leaves nothing that has to be looked after', async () => {
    const { store, runtime, channel } = open();
    expect(await runtime.receive(says('ann', 'left', left))).toBe('accepted');
    expect((await store.get('conversation', shopper('ann')))?.body).toMatchObject({
      outbox: [],
      dueAt: null,
      lease: null,
    });
    expect(channel.tried).toEqual([]);
  });
});
