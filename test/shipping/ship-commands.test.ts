import { stripVTControlCharacters } from 'node:util';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { listParcels } from '../../src/cli/parcels.ts';
import { addShip, ship } from '../../src/cli/ship.ts';
import { CarrierDown } from '../../src/commerce/shipping/carrier-down.ts';
import { openParcelRoom } from './parcel-room.ts';

const byHand = { method: 'standard', label: 'Standard', carrier: 'manual', pickUp: null };

describe('parley ship', () => {
  it('sends an order off and tells number, address and label', async () => {
    const at = await openParcelRoom();
    await at.putOrder();
    expect(await ship(at.parts, '#order-1', {})).toBe(
      'Order order-1 is on its way.\n  USPS: TRACK-1\n  https://track.example/TRACK-1\n  label: https://labels.example/1.png\n',
    );
  });

  it('takes a number by hand, none, and that it has arrived', async () => {
    const at = await openParcelRoom();
    await at.putOrder({ shipping: byHand });
    await at.putOrder({ shipping: byHand }, 'order-2');
    await expect(ship(at.parts, 'order-1', {})).rejects.toThrow('--tracking');
    expect(await ship(at.parts, 'order-1', { tracking: '1Z9', carrier: 'UPS' })).toContain('UPS: 1Z9');
    expect(await ship(at.parts, 'order-2', { tracking: false })).toBe('Order order-2 is on its way.\n');
    expect(await ship(at.parts, 'order-2', { delivered: true })).toBe('Order order-2 is with the shopper.\n');
  });

  it('tells in words what stops it', async () => {
    const at = await openParcelRoom();
    await expect(ship(at.parts, '404', {})).rejects.toThrow('There is no order 404.');
    await expect(ship(at.parts, '12345674', {})).rejects.toThrow('12345674 is no order’s number: a digit is mistyped.');
    await expect(ship(at.parts, '7204-3817', { delivered: true })).rejects.toThrow('There is no order 7204-3817.');
    await at.putOrder({ status: 'cancelled' });
    await expect(ship(at.parts, 'order-1', {})).rejects.toThrow('is cancelled: it cannot be sent now');
    await expect(ship(at.parts, 'order-1', { delivered: true })).rejects.toThrow('is cancelled: it cannot arrive now');
    await at.putOrder({}, 'order-2');
    await expect(ship(at.parts, 'order-2', { delivered: true })).rejects.toThrow('is placed: ship it first');
    await expect(ship(at.parts, 'order-2', { carrier: 'pigeon' })).rejects.toThrow('"pigeon" is not connected');
    const refusals = ['no-sender', 'no-service', 'bad-address', 'refused'] as const;
    for (const refused of refusals) {
      at.easypost.carrier.ship = async () => ({ refused, details: { code: 'X.Y', services: ['USPS Priority'] } });
      await expect(ship(at.parts, 'order-2', {})).rejects.toThrow(/sender:|USPS Priority|no such address|X\.Y/u);
    }
    at.easypost.carrier.ship = async () => Promise.reject(new CarrierDown('easypost'));
    await expect(ship(at.parts, 'order-2', {})).rejects.toThrow('cannot be reached');
  });

  it('reads its flags as they are typed', () => {
    const flagsOf = (...typed: string[]) => {
      const root = new Command('parley').exitOverride();
      addShip(root);
      const [command] = root.commands;
      command
        ?.exitOverride()
        .configureOutput({ writeErr: () => undefined })
        .action(() => undefined);
      root.parse(['ship', '1', ...typed], { from: 'user' });
      return command?.opts();
    };
    expect(flagsOf()).toEqual({});
    expect(flagsOf('--no-tracking')).toEqual({ tracking: false });
    expect(flagsOf('--tracking', '1Z', '--carrier', 'UPS', '--grams', '900')).toEqual({
      tracking: '1Z',
      carrier: 'UPS',
      grams: 900,
    });
    expect(() => flagsOf('--grams', '-1')).toThrow();
  });
});

describe('parley parcels', () => {
  it('lists what is under way with what is known of it', async () => {
    const at = await openParcelRoom();
    const list = async () => stripVTControlCharacters(await listParcels(at.room.store, at.room.now));
    expect(await list()).toBe('Nothing is under way.\n');
    await at.putOrder();
    await ship(at.parts, 'order-1', {});
    await at.hears('failed', at.room.now, { expected: '2026-11-27', place: 'HOUSTON, TX' });
    at.room.now += 3 * 3_600_000;
    expect(await list()).toBe(
      'order-1  not delivered  USPS TRACK-1 · to New York, NY 10001, United States · at HOUSTON, TX · expected 2026-11-27 · heard of 3 hours ago\n1 under way\n',
    );
  });
});
