import { beforeEach, describe, expect, it } from 'vitest';
import { stepOrder } from '../../src/commerce/orders/machine.ts';
import { readOrder, stageOrder } from '../../src/commerce/orders/order-documents.ts';
import { isRefusal } from '../../src/commerce/refusal.ts';
import { CarrierDown } from '../../src/commerce/shipping/carrier-down.ts';
import { deliverOrder, shipOrder } from '../../src/commerce/shipping/ship-order.ts';
import type { Write } from '../../src/storage/store.ts';
import type { Fault } from '../runtime/memory-store.ts';
import { merchant, openParcelRoom, type ParcelRoom } from './parcel-room.ts';

const hand = { order: 'order-1', by: merchant };

describe('an order that is sent off', () => {
  let at: ParcelRoom;
  beforeEach(async () => {
    at = await openParcelRoom();
  });

  it('gets its carrier’s number, leaves the stock, and is told of', async () => {
    await at.putOrder();
    const shipped = await shipOrder(at.parts, hand);
    expect(shipped).toMatchObject({ labelUrl: 'https://labels.example/1.png' });
    expect(await at.order()).toMatchObject({
      status: 'shipped',
      carrier: 'USPS',
      tracking: 'TRACK-1',
      trackingUrl: 'https://track.example/TRACK-1',
      reserved: [],
      parcel: { state: 'announced', via: 'easypost' },
    });
    expect((await at.order()).history.map(({ what, by }) => [what, by])).toEqual([['ship', 'merchant']]);
    expect(await at.pieces()).toEqual({ onHand: 8, reserved: 0 });
    expect(await at.news()).toEqual(['order-shipped']);
  });

  it('is asked for with what the carrier has to know', async () => {
    await at.putOrder({ contact: { name: 'Ann Lee', email: 'ann@example.com', phone: null } });
    await shipOrder(at.parts, { ...hand, grams: 1_200 });
    expect(at.easypost.asked[0]).toMatchObject({
      to: { name: 'Ann', postcode: '10001' },
      email: 'ann@example.com',
      items: [{ title: 'Coat', sku: 'coat', quantity: 2 }],
      method: 'standard',
      parcel: { grams: 1_200 },
      key: 'ship:order-1',
    });
  });

  it('goes by hand with a number that was typed, or without one', async () => {
    const shipping = { method: 'standard', label: 'Standard', carrier: 'manual', pickUp: null };
    await at.putOrder({ shipping });
    expect(await shipOrder(at.parts, hand)).toEqual({ refused: 'by-hand' });
    expect((await at.order()).status).toBe('placed');
    await shipOrder(at.parts, { ...hand, tracking: ' 1Z999 ', carrier: 'UPS' });
    expect(await at.order()).toMatchObject({ carrier: 'UPS', tracking: '1Z999', parcel: { via: 'manual' } });
    await at.putOrder({ shipping }, 'order-2');
    await shipOrder(at.parts, { order: 'order-2', by: merchant, tracking: null });
    expect(await at.order('order-2')).toMatchObject({ status: 'shipped', carrier: null, tracking: null });
  });

  it('is not told of to who did not want it', async () => {
    await at.putOrder({ notify: false });
    await shipOrder(at.parts, hand);
    expect(await at.news()).toEqual([]);
  });

  it('refuses what is not there, not ready, or has nobody to bring it, and changes nothing', async () => {
    expect(await shipOrder(at.parts, hand)).toEqual({ refused: 'not-found' });
    await at.putOrder({ status: 'awaiting-payment' });
    expect(await shipOrder(at.parts, hand)).toMatchObject({
      refused: 'not-now',
      details: { status: 'awaiting-payment' },
    });
    await at.putOrder({ address: null }, 'order-2');
    expect(await shipOrder(at.parts, { order: 'order-2', by: merchant })).toEqual({ refused: 'no-address' });
    expect(await shipOrder(at.parts, { order: 'order-2', by: merchant, carrier: 'pigeon' })).toMatchObject({
      refused: 'no-carrier',
    });
    expect(at.easypost.parcels.size).toBe(0);
    expect(await at.pieces()).toEqual({ onHand: 10, reserved: 4 });
  });

  it('is sent once: a second time tells the number that it has', async () => {
    await at.putOrder();
    await shipOrder(at.parts, hand);
    expect(await shipOrder(at.parts, hand)).toEqual({
      refused: 'not-now',
      details: { status: 'shipped', tracking: 'TRACK-1' },
    });
    expect(at.easypost.parcels.size).toBe(1);
    expect(await at.news()).toHaveLength(1);
  });

  it('is sent once by two that send it at the same moment', async () => {
    await at.putOrder();
    const both = await Promise.all([shipOrder(at.parts, hand), shipOrder(at.parts, hand)]);
    expect(both.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(at.easypost.parcels.size).toBe(1);
    expect(await at.pieces()).toEqual({ onHand: 8, reserved: 0 });
  });

  it('tells the number of a label that was bought for an order cancelled meanwhile', async () => {
    await at.putOrder();
    const { ship } = at.easypost.carrier;
    at.easypost.carrier.ship = async (request) => {
      const shipment = await ship(request);
      const stored = await at.room.store.get('order', 'order-1');
      const body = { ...stored?.body, status: 'cancelled' };
      await at.room.store.commit([{ kind: 'order', id: 'order-1', revision: stored?.revision ?? 0, body }]);
      return shipment;
    };
    expect(await shipOrder(at.parts, hand)).toEqual({
      refused: 'not-now',
      details: { status: 'cancelled', tracking: 'TRACK-1' },
    });
    expect(await at.news()).toEqual([]);
  });

  it('stays as it was when the carrier is out of reach', async () => {
    await at.putOrder();
    at.easypost.carrier.ship = async () => {
      throw new CarrierDown('easypost');
    };
    await expect(shipOrder(at.parts, hand)).rejects.toBeInstanceOf(CarrierDown);
    expect((await at.order()).status).toBe('placed');
  });

  it.each(['before', 'after'] as const)(
    'has one parcel though the store fails %s the order is written',
    async (fault) => {
      let faults: Fault[] = [];
      const isShipping = (writes: readonly Write[]) => writes.some(({ body }) => body?.['status'] === 'shipped');
      at = await openParcelRoom({ fault: (writes) => (isShipping(writes) ? (faults.shift() ?? 'none') : 'none') });
      await at.putOrder();
      faults = [fault];
      await expect(shipOrder(at.parts, hand)).rejects.toThrow();
      const again = await shipOrder(at.parts, hand);
      expect(isRefusal(again)).toBe(fault === 'after');
      expect(await at.order()).toMatchObject({ status: 'shipped', tracking: 'TRACK-1' });
      expect(at.easypost.parcels.size).toBe(1);
      expect(await at.pieces()).toEqual({ onHand: 8, reserved: 0 });
      expect(await at.news()).toEqual(['order-shipped']);
    },
  );

  it('lies ready where it is fetched, and leaves the stock when it is', async () => {
    await at.putOrder({ shipping: { method: 'pick-up-main', label: 'Our shop', carrier: 'manual', pickUp: 'main' } });
    await shipOrder(at.parts, hand);
    expect(await at.order()).toMatchObject({ status: 'packed', parcel: { state: 'waiting', place: 'Our shop' } });
    expect(await at.pieces()).toEqual({ onHand: 10, reserved: 2 });
    await at.room.trade((trade) => deliverOrder(trade, 'order-1'));
    expect(await at.order()).toMatchObject({ status: 'delivered', reserved: [] });
    expect(await at.pieces()).toEqual({ onHand: 8, reserved: 0 });
    expect((await at.news()).toSorted()).toEqual(['order-delivered', 'parcel-waiting']);
    expect(await at.room.trade((trade) => deliverOrder(trade, 'order-1'))).toMatchObject({ refused: 'not-now' });
  });

  it('lies ready once more after it was changed, though the shopper has not been told of the first time yet', async () => {
    await at.putOrder({ shipping: { method: 'pick-up-main', label: 'Our shop', carrier: 'manual', pickUp: 'main' } });
    await shipOrder(at.parts, hand);
    await at.room.trade(async (trade) => {
      const read = await readOrder(trade, 'order-1');
      const changed = read && stepOrder(trade, read.order, 'change');
      if (read && changed && !isRefusal(changed)) stageOrder(trade, changed, read.revision);
      return null;
    });
    await shipOrder(at.parts, hand);
    expect(await at.order()).toMatchObject({ status: 'packed' });
    expect(await at.news()).toEqual(['parcel-waiting', 'parcel-waiting']);
  });

  it('stays while something is owed, and no label is bought for it', async () => {
    const due = { amount: 500, currency: 'USD' };
    await at.putOrder({ total: due, payBy: 'stripe' });
    expect(await shipOrder(at.parts, hand)).toEqual({ refused: 'not-paid', details: { due } });
    expect(at.easypost.asked).toEqual([]);
    await at.putOrder({ total: due, payBy: 'cash-on-delivery' }, 'order-2');
    expect(await shipOrder(at.parts, { ...hand, order: 'order-2' })).toMatchObject({ order: { status: 'shipped' } });
  });
});
