import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEasypostCarrier } from '../../adapters/shipping/easypost/easypost-carrier.ts';
import type { Carrier, ShipRequest } from '../../src/commerce/shipping/carrier.ts';
import { CarrierDown } from '../../src/commerce/shipping/carrier-down.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Log } from '../../src/runtime/log.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { carrierContract, shipRequest } from '../contracts/carrier.ts';
import { type FakeEasypost, startFakeEasypost } from '../fakes/easypost/fake-easypost.ts';

const carrierOf = ({ apiRoot, apiKey, webhookSecret }: FakeEasypost, log: Log = silentLog): Carrier =>
  createEasypostCarrier({ apiRoot, apiKey, webhookSecret, timeoutMs: 300, pauseMs: 1 }, { clock: systemClock, log });

describe('EasyPost', () => {
  carrierContract(async () => {
    const easypost = await startFakeEasypost();
    const bought = () => easypost.shipments.filter((one) => one.bought !== null).length;
    return {
      carrier: carrierOf(easypost),
      announced: bought,
      goDown: easypost.close,
      posts: easypost.posts,
      close: async () => easypost.close().catch(() => undefined),
    };
  });

  let easypost: FakeEasypost;
  let carrier: Carrier;
  const logged: string[] = [];
  const note = (code: string, fields: object = {}) => void logged.push(`${code} ${JSON.stringify(fields)}`);
  beforeEach(async () => {
    logged.length = 0;
    easypost = await startFakeEasypost();
    carrier = carrierOf(easypost, { info: note, warn: note, error: note });
  });
  afterEach(() => easypost.close());

  const ship = (given: Partial<ShipRequest> = {}) => carrier.ship(shipRequest(given));
  const labels = () => easypost.shipments.filter(({ bought }) => bought !== null);

  it('buys the cheapest label, or the service that the merchant has named', async () => {
    expect(await ship()).toMatchObject({ carrier: 'USPS', trackingUrl: expect.stringMatching(/^https:/u) });
    await ship({ key: 'two', service: 'usps express' });
    await ship({ key: 'three', service: 'Priority' });
    expect(labels().map(({ bought }) => bought?.rate)).toEqual(['rate_2', 'rate_3', 'rate_1']);
    expect(await ship({ key: 'four', service: 'Pigeon' })).toMatchObject({
      refused: 'no-service',
      details: { services: ['USPS Priority', 'USPS GroundAdvantage', 'USPS Express'] },
    });
    expect(easypost.faults).toEqual([]);
  });

  it('weighs in ounces and measures in inches', async () => {
    await ship({ parcel: { grams: 1_000, length_cm: 25.4, width_cm: 12.7, height_cm: 2.54 } });
    expect(easypost.shipments[0]?.body['parcel']).toEqual({ weight: 35.3, length: 10, width: 5, height: 1 });
  });

  it('refuses without a sender, and for an address that there is none of', async () => {
    expect(await ship({ from: null })).toEqual({ refused: 'no-sender' });
    const to = { ...shipRequest().to, lines: ['1 Nowhere'] };
    expect(await ship({ to })).toEqual({ refused: 'bad-address' });
    expect(labels()).toEqual([]);
  });

  const troubles = ['deaf', 'cut', 'garbage', 'hang', { status: 500 }, { status: 429 }, { status: 401 }] as const;
  // Request 0 looks for the shipment, 1 creates it, 2 buys its label.
  const moments = troubles.flatMap((trouble) => [0, 1, 2].map((at) => [JSON.stringify(trouble), at, trouble] as const));
  it.each(moments)('buys one label for one key though %s was the answer to request %i', async (_name, at, trouble) => {
    easypost.trouble(...Array.from({ length: at }, () => 'none' as const), trouble);
    const first = await ship().catch((error: unknown) => error);
    const second = await ship();
    expect(second).toMatchObject({ tracking: expect.any(String) });
    if (!(first instanceof CarrierDown)) expect(first).toEqual(second);
    expect(labels()).toHaveLength(1);
  });

  it('waits as long as it is told to, and gives up on a line that stays down', async () => {
    easypost.trouble({ status: 429, retryAfter: '0' }, { status: 503 });
    expect(await carrier.track('94001000')).toMatchObject({ state: 'announced' });
    easypost.trouble({ status: 500 }, { status: 500 }, { status: 500 });
    await expect(carrier.track('94001000')).rejects.toBeInstanceOf(CarrierDown);
    easypost.trouble('hang', 'garbage', 'cut');
    await expect(carrier.track('94001000')).rejects.toBeInstanceOf(CarrierDown);
    easypost.trouble({ status: 429, retryAfter: '86400' });
    await expect(carrier.track('94001000')).rejects.toBeInstanceOf(CarrierDown);
  });

  it('takes a key that is not taken for an outage, and names none of it', async () => {
    const wrong = createEasypostCarrier(
      { apiRoot: easypost.apiRoot, apiKey: 'EZTK-wrong', timeoutMs: 300, pauseMs: 1 },
      { clock: systemClock, log: silentLog },
    );
    const error = await wrong.ship(shipRequest()).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(CarrierDown);
    expect(String(error)).not.toContain('EZTK');
    expect(wrong.webhook).toBeUndefined();
  });

  it.each([
    ['unknown', 'announced'],
    ['pre_transit', 'announced'],
    ['in_transit', 'on-its-way'],
    ['out_for_delivery', 'out-for-delivery'],
    ['delivered', 'delivered'],
    ['available_for_pickup', 'waiting'],
    ['return_to_sender', 'returned'],
    ['failure', 'failed'],
    ['cancelled', 'failed'],
    ['error', 'failed'],
    ['beamed_up 555-0100', 'on-its-way'],
    ['constructor', 'on-its-way'],
  ])('reads "%s" as %s', async (status, state) => {
    easypost.moves('94001000', { status, updatedAt: '2026-11-24T09:00:00Z', expected: '2026-11-25T00:00:00Z' });
    const told = await carrier.webhook?.read(easypost.posts('94001000'));
    expect(told).toMatchObject([{ state, at: Date.UTC(2026, 10, 24, 9), expected: '2026-11-25T00:00:00.000Z' }]);
    const unknown = logged.filter((line) => line.startsWith('PARCEL_STATE_UNKNOWN'));
    expect(unknown).toHaveLength(state === 'on-its-way' && status !== 'in_transit' ? 1 : 0);
    expect(logged.join()).not.toContain('555');
  });

  it('tells since when and where by the last that was seen of it', async () => {
    const tracking_location = { city: 'HOUSTON', state: 'TX', country: null, zip: '77063' };
    const details = [{ status: 'delivered', datetime: '2026-11-24T08:15:00Z', tracking_location }];
    easypost.moves('94001000', { status: 'delivered', details });
    expect(await carrier.track('94001000')).toMatchObject({ since: '2026-11-24T08:15:00.000Z', place: 'HOUSTON, TX' });
  });

  it('passes over what is not about a parcel, and what it cannot read', async () => {
    const { webhook } = carrier;
    expect(await webhook?.read(easypost.signed({ description: 'batch.created', result: {} }))).toEqual([]);
    expect(await webhook?.read(easypost.signed({ description: 'tracker.updated', result: { status: 1 } }))).toEqual([]);
    expect(await webhook?.read(easypost.signed({}))).toEqual([]);
    expect(logged).toEqual(['PARCEL_UNREADABLE {"carrier":"easypost"}']);
  });
});
