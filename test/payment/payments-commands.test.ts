import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPayments, receivedByNumber, refundedByNumber } from '../../src/cli/payments-commands.ts';
import { openSellingShop, type SellingShop } from '../commerce/payment/selling-shop.ts';

let shop: SellingShop;
const id = '12345674';
beforeEach(async () => {
  shop = await openSellingShop();
  await shop.putOrder({ id, number: id, payBy: 'bank-transfer' });
  await shop.shopper().gets('payments.start', { order: id });
});
afterEach(() => shop.close());

/** Without colours. */
const list = async () => stripVTControlCharacters(await listPayments(shop.parts));
const received = (amount: string | null = null, order = id) => receivedByNumber(shop.parts, { order, amount });

describe('parley payments', () => {
  it('lists who owes what, and nothing when all is paid', async () => {
    expect(await list()).toContain('12345674  $45.00 · bank-transfer · placed');
    await received();
    expect(await list()).toBe('No money is waited for, and none has to go back.\n');
  });

  it('takes in what has come, in parts and as people write amounts', async () => {
    expect(await received('20')).toBe('Order 12345674: $25.00 still to come; it is awaiting-payment.\n');
    expect(await received('25,00', '#1234 5674')).toBe('Order 12345674: paid; it is placed.\n');
    await expect(received()).rejects.toThrow('nothing left to be paid');
  });

  it('lists what is yours to pay back, until you say that you have', async () => {
    expect(await received('50')).toContain('Too much, or too late, came');
    expect(await list()).toContain('12345674  refund-1  $5.00 · to bank:');
    expect(await refundedByNumber(shop.parts, { order: id, refund: 'refund-1' })).toBe(
      'Order 12345674: refund-1 is paid back.\n',
    );
    expect(await list()).toContain('none has to go back');
    const again = refundedByNumber(shop.parts, { order: id, refund: 'refund-1' });
    await expect(again).rejects.toThrow('done already');
    await expect(refundedByNumber(shop.parts, { order: id, refund: 'no' })).rejects.toThrow('no such refund');
  });

  it('tells a mistyped number and a thing that is no amount', async () => {
    await expect(received(null, '12345675')).rejects.toThrow('a digit is mistyped');
    await expect(received('lots')).rejects.toThrow('no amount such as 12.50');
  });
});
