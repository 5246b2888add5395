import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parcelStates } from '../../src/commerce/shipping/carrier.ts';
import { shipOrder } from '../../src/commerce/shipping/ship-order.ts';
import { trackParcels } from '../../src/commerce/shipping/track-parcels.ts';
import type { Log } from '../../src/runtime/log.ts';
import { merchant, openParcelRoom, type ParcelRoom } from './parcel-room.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('what a carrier tells', () => {
  let at: ParcelRoom;
  let now: number;
  beforeEach(async () => {
    at = await openParcelRoom();
    now = at.room.now;
    await at.putOrder();
    await shipOrder(at.parts, { order: 'order-1', by: merchant });
  });

  const later = (ms: number) => {
    at.room.now = now + ms;
    return now + ms;
  };

  it('brings an order to the door, and tells each step once', async () => {
    await at.hears('announced', later(1 * hour));
    await at.hears('on-its-way', later(2 * hour), { expected: '2026-11-27' });
    expect(await at.order()).toMatchObject({ status: 'shipped', eta: '2026-11-27', parcel: { state: 'on-its-way' } });
    for (let times = 0; times < 3; times += 1) await at.hears('out-for-delivery', later(20 * hour));
    expect(await at.order()).toMatchObject({ status: 'out-for-delivery' });
    const since = new Date(now + 25 * hour).toISOString();
    await at.hears('delivered', later(26 * hour), { since });
    await at.hears('delivered', later(30 * hour));
    expect(await at.order()).toMatchObject({ status: 'delivered', deliveredAt: since, eta: '2026-11-27' });
    expect(await at.news()).toEqual(['order-shipped', 'out-for-delivery', 'order-delivered']);
    expect((await at.order()).history.map(({ what, by }) => `${by}: ${what}`)).toEqual([
      'merchant: ship',
      'easypost: bring-out',
      'easypost: deliver',
    ]);
  });

  it('plans to ask for a review some days after it is there', async () => {
    await at.hears('delivered', later(2 * hour));
    const [job] = await at.room.store.find('job', { where: { name: 'ask-review' } });
    expect(job?.body).toMatchObject({ runAt: now + 2 * hour + 3 * day, data: { order: 'order-1' } });
  });

  it('is passed over when it comes late', async () => {
    await at.hears('out-for-delivery', later(20 * hour));
    await at.hears('on-its-way', now + 10 * hour);
    expect(await at.order()).toMatchObject({ status: 'out-for-delivery' });
    await at.hears('delivered', later(21 * hour));
    await at.hears('out-for-delivery', later(30 * hour));
    await at.hears('failed', later(31 * hour));
    expect(await at.order()).toMatchObject({ status: 'delivered', parcel: { state: 'delivered' } });
    expect(await at.news()).toEqual(['order-shipped', 'out-for-delivery', 'order-delivered']);
  });

  it('tells that nobody was there, that it waits somewhere, and that it is out once more', async () => {
    await at.hears('out-for-delivery', later(20 * hour));
    await at.hears('failed', later(22 * hour));
    expect(await at.order()).toMatchObject({ status: 'shipped', parcel: { state: 'failed' } });
    await at.hears('out-for-delivery', later(44 * hour));
    await at.hears('waiting', later(46 * hour), { place: 'HOUSTON, TX' });
    expect(await at.order()).toMatchObject({ status: 'shipped', parcel: { state: 'waiting', place: 'HOUSTON, TX' } });
    await at.hears('delivered', later(50 * hour));
    expect(await at.news()).toEqual([
      ...['order-shipped', 'out-for-delivery', 'parcel-failed', 'out-for-delivery', 'parcel-waiting'],
      'order-delivered',
    ]);
  });

  it('brings an order back to the shop', async () => {
    await at.hears('returned', later(90 * hour));
    expect(await at.order()).toMatchObject({ status: 'returned' });
    expect(await at.news()).toEqual(['order-shipped', 'parcel-failed']);
  });

  it('is nobody’s when no order has its number', async () => {
    expect(await at.hears('delivered', later(hour), { tracking: 'OTHER' })).toEqual({ taken: 0 });
    expect(await at.hears('delivered', later(hour), { tracking: '' })).toEqual({ taken: 0 });
  });

  it('is about the latest order when a carrier uses its number again', async () => {
    at.room.now = now + 200 * day;
    await at.putOrder({ tracking: 'TRACK-1', status: 'shipped' }, 'order-2');
    await at.hears('delivered', at.room.now + hour);
    expect([(await at.order()).status, (await at.order('order-2')).status]).toEqual(['shipped', 'delivered']);
  });

  it('moves no order that is cancelled, and tells nothing of it', async () => {
    await at.putOrder({ tracking: 'TRACK-9', status: 'cancelled' }, 'order-2');
    await at.hears('out-for-delivery', later(hour), { tracking: 'TRACK-9' });
    expect(await at.order('order-2')).toMatchObject({ status: 'cancelled' });
    expect(await at.news()).toEqual(['order-shipped']);
  });

  it('takes an order that nobody has marked as sent out of the stock, once', async () => {
    await at.putOrder({ tracking: 'TRACK-9' }, 'order-2');
    expect(await at.pieces()).toEqual({ onHand: 8, reserved: 2 });
    await at.hears('delivered', later(hour), { tracking: 'TRACK-9' });
    await at.hears('delivered', later(2 * hour), { tracking: 'TRACK-9' });
    expect(await at.order('order-2')).toMatchObject({ status: 'delivered', reserved: [] });
    expect(await at.pieces()).toEqual({ onHand: 6, reserved: 0 });
  });
});

describe('what carriers tell in any order, and more than once', () => {
  const said = fc.record({ state: fc.constantFrom(...parcelStates), at: fc.integer({ min: 1, max: 12 }) });

  it('never goes back, loses no piece, tells at most one thing each, and keeps order and parcel together', async () => {
    const reached = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), fc.boolean(), async (events, again) => {
        const at = await openParcelRoom();
        await at.putOrder();
        await shipOrder(at.parts, { order: 'order-1', by: merchant });
        const start = at.room.now;
        for (const event of again ? [...events, ...events] : events) {
          const before = (await at.news()).length;
          const known = await at.order();
          await at.hears(event.state, start + event.at);
          const after = await at.order();
          const isOver = known.parcel?.state === 'delivered' || known.parcel?.state === 'returned';
          if (isOver) expect(after).toEqual(known);
          if ((known.parcel?.at ?? 0) > start + event.at) expect(after).toEqual(known);
          expect((await at.news()).length - before).toBeLessThanOrEqual(1);
          const state = after.parcel?.state ?? '';
          reached.set(state, (reached.get(state) ?? 0) + 1);
        }
        const { status, parcel } = await at.order();
        expect(status === 'delivered').toBe(parcel?.state === 'delivered');
        expect(status === 'returned').toBe(parcel?.state === 'returned');
        expect(status === 'out-for-delivery').toBe(parcel?.state === 'out-for-delivery');
        expect(await at.pieces()).toEqual({ onHand: 8, reserved: 0 });
      }),
      { numRuns: 150 },
    );
    for (const state of parcelStates) expect(reached.get(state) ?? 0).toBeGreaterThan(0);
  });
});

describe('the errand that looks for parcels', () => {
  const logged: string[] = [];
  const note = (code: string) => void logged.push(code);
  const log: Log = { info: note, warn: note, error: note };
  const job = { id: 'every:track-parcels', name: 'track-parcels', runAt: 0, data: {} } as const;

  it('asks for those not heard of for a while, and comes again', async () => {
    const at = await openParcelRoom();
    await at.putOrder();
    await shipOrder(at.parts, { order: 'order-1', by: merchant });
    let asked = 0;
    at.easypost.carrier.track = async (tracking) => {
      asked += 1;
      return { tracking, state: 'delivered', at: at.room.now, since: null, expected: null, place: null };
    };
    const run = trackParcels({ ...at.parts, log });
    await run(job);
    expect(asked).toBe(0);
    at.room.now += 6 * hour;
    expect(await run(job)).toEqual({ again: at.room.now + hour });
    expect(await at.order()).toMatchObject({ status: 'delivered' });
    at.room.now += 7 * hour;
    await run(job);
    expect(asked).toBe(1);
  });

  it('asks again some hours later when nothing has changed, not at every turn', async () => {
    const at = await openParcelRoom();
    await at.putOrder();
    await shipOrder(at.parts, { order: 'order-1', by: merchant });
    let asked = 0;
    at.easypost.carrier.track = async () => {
      asked += 1;
      return null;
    };
    const run = trackParcels({ ...at.parts, log });
    for (let hours = 0; hours < 13; hours += 1) {
      await run(job);
      at.room.now += hour;
    }
    expect(asked).toBe(2);
  });

  it('goes through all that are under way, and leaves a carrier that is down for the next time', async () => {
    const at = await openParcelRoom();
    const tracked: string[] = [];
    at.easypost.carrier.track = async (tracking) => {
      tracked.push(tracking);
      throw Object.assign(new Error('down'), { code: 'CARRIER_DOWN' });
    };
    for (let index = 0; index < 3; index += 1)
      await at.putOrder({ tracking: `T-${index}`, status: 'shipped', reserved: [] }, `order-${index}`);
    await trackParcels({ ...at.parts, log })(job);
    expect(tracked).toHaveLength(1);
    expect(logged).toContain('PARCEL_UNASKED');
    const asked = new Set<string>();
    at.easypost.carrier.track = async (tracking) => {
      asked.add(tracking);
      return { tracking, state: 'on-its-way', at: at.room.now, since: null, expected: null, place: null };
    };
    await trackParcels({ ...at.parts, log })(job);
    expect(asked.size).toBe(3);
  });

  it('asks about every parcel, however many orders were placed in one moment', async () => {
    const at = await openParcelRoom();
    await at.putOrder({ tracking: 'T-0', status: 'shipped', reserved: [] }, 'order-0');
    const { body = {} } = (await at.room.store.get('order', 'order-0')) ?? {};
    const more = Array.from({ length: 229 }, (_, index) => `${index + 1}`);
    await at.room.store.commit(
      more.map((n) => ({ kind: 'order', id: `order-${n}`, revision: 0, body: { ...body, tracking: `T-${n}` } })),
    );
    const asked = new Set<string>();
    at.easypost.carrier.track = async (tracking) => {
      asked.add(tracking);
      return null;
    };
    await trackParcels({ ...at.parts, log })(job);
    expect(asked.size).toBe(230);
  });
});
