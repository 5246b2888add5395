import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { isRefusal } from '../../src/commerce/refusal.ts';
import { type Carrier, parcelStates, type ShipRequest } from '../../src/commerce/shipping/carrier.ts';
import { CarrierDown } from '../../src/commerce/shipping/carrier-down.ts';

export interface OpenCarrier {
  readonly carrier: Carrier;
  /** Parcels that were announced at the carrier. Absent: it keeps no list. */
  readonly announced?: () => number;
  /** From now on the carrier cannot be reached. Absent: it has no line to anywhere. */
  readonly goDown?: () => Promise<void>;
  /** What the carrier posts of this parcel. */
  readonly posts?: (tracking: string) => RawRequest;
  close(): Promise<void>;
}

export function shipRequest(given: Partial<ShipRequest> = {}): ShipRequest {
  return {
    order: '12345674',
    number: '12345674',
    to: {
      name: 'Ann',
      lines: ['179 N Harbor Dr', 'Apt 4'],
      postcode: '90277',
      city: 'Redondo Beach',
      region: 'CA',
      country: 'US',
    },
    from: {
      ...{ name: 'Test shop', street: '417 Montgomery Street', city: 'San Francisco', region: 'CA', postcode: '94104' },
      ...{ country: 'US', phone: null, email: null },
    },
    parcel: { grams: 500, length_cm: null, width_cm: null, height_cm: null },
    phone: null,
    email: null,
    items: [{ title: 'Wool coat', sku: 'coat', quantity: 1 }],
    method: 'standard',
    service: null,
    key: 'ship:12345674',
    ...given,
  };
}

/** What every carrier must hold. */
export function carrierContract(open: () => Promise<OpenCarrier>): void {
  describe('carrier contract', () => {
    let at: OpenCarrier;
    beforeEach(async () => {
      at = await open();
    });
    afterEach(() => at.close());

    const ship = async (given: Partial<ShipRequest> = {}) => await at.carrier.ship(shipRequest(given));
    const trackingOf = async (): Promise<string> => {
      const shipment = await ship();
      return isRefusal(shipment) ? 'by-hand-1' : shipment.tracking;
    };

    it('announces one parcel for one key, however often it is asked, or says that a person has to', async () => {
      const [first, second] = [await ship(), await ship()];
      expect(second).toEqual(first);
      if (isRefusal(first)) return expect(first.refused).toBe('by-hand');
      expect(first.tracking).not.toBe('');
      expect(first.carrier).not.toBe('');
      expect(at.announced?.()).toBe(1);
      const other = await ship({ key: 'ship:2' });
      expect(isRefusal(other) ? '' : other.tracking).not.toBe(first.tracking);
    });

    it('tells where a parcel is in the words of the port, or that it cannot be asked', async () => {
      const tracking = await trackingOf();
      const told = await at.carrier.track(tracking);
      if (told === null) return;
      expect(told.tracking).toBe(tracking);
      expect(parcelStates).toContain(told.state);
      expect(Number.isInteger(told.at)).toBe(true);
    });

    it('knows nothing of a parcel that is none', async () => {
      expect(await at.carrier.track('1')).toBeNull();
    });

    it('throws CarrierDown when it is out of reach, and nothing of what was asked is in it', async () => {
      if (at.goDown === undefined) return;
      await at.goDown();
      const failures = await Promise.all(
        [ship(), at.carrier.track('94001000')].map((one) => one.catch((error) => error)),
      );
      for (const failure of failures) {
        expect(failure).toBeInstanceOf(CarrierDown);
        expect(String(failure)).not.toMatch(/Harbor|94001000|key/u);
      }
    });

    it('takes its own webhooks, and none that is changed, unsigned or of another method', async () => {
      const { webhook } = at.carrier;
      if (webhook === undefined || at.posts === undefined) return;
      expect(webhook.path).toMatch(/^\/webhooks\/[a-z]+$/u);
      const tracking = await trackingOf();
      const genuine = at.posts(tracking);
      expect(await webhook.read(genuine)).toMatchObject([{ tracking }]);
      const changed = Buffer.from(genuine.body);
      changed[changed.length - 2] = 0x20;
      const forgeries: readonly RawRequest[] = [
        { ...genuine, body: changed },
        { ...genuine, body: Buffer.concat([genuine.body, Buffer.from(' ')]) },
        { ...genuine, headers: {} },
        { ...genuine, method: 'GET' },
        { ...genuine, headers: Object.fromEntries(Object.entries(genuine.headers).map(([name]) => [name, 'x'])) },
      ];
      for (const forged of forgeries) expect(await webhook.read(forged)).toEqual({ refused: 'forged' });
    });
  });
}
