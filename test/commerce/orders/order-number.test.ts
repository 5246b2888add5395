import { expect, it } from 'vitest';
import { eightDigits, hasCheckDigit, newOrderNumber, numbersIn } from '../../../src/commerce/orders/order-number.ts';
import type { StoreReader } from '../../../src/storage/store.ts';

const storeWith = (taken: readonly string[]): StoreReader => ({
  get: async (_kind, id) => (taken.includes(id) ? { id, revision: 1, body: {} } : null),
  getMany: async () => [],
  find: async () => [],
  count: async () => 0,
});
const numberFor = (key: string, taken: readonly string[] = []) => newOrderNumber({ store: storeWith(taken), key });

it('an order number has eight digits, begins with none that people drop, and ends with its check digit', async () => {
  for (let turn = 0; turn < 500; turn += 1) {
    const number = await numberFor(`webchat:shop:ada:${turn}:0`);
    expect(number).toMatch(/^[1-9]\d{7}$/);
    expect(hasCheckDigit(number)).toBe(true);
  }
});

it('the same trade gets the same number, and the next free one when it is taken', async () => {
  const first = await numberFor('turn-1');
  expect(await numberFor('turn-1')).toBe(first);
  const second = await numberFor('turn-1', [first]);
  expect(second).not.toBe(first);
  expect(await numberFor('turn-1', [first])).toBe(second);
});

it('every mistyped digit, and every two neighbours that changed places, show', async () => {
  let slips = 0;
  for (let turn = 0; turn < 50; turn += 1) {
    const number = await numberFor(`turn-${turn}`);
    for (const slip of slipsOf(number)) {
      slips += 1;
      expect(hasCheckDigit(slip)).toBe(false);
    }
  }
  expect(slips).toBeGreaterThan(3_500);
});

it('a number is read however people group it', () => {
  for (const text of ['72043815', '#72043815', '7204-3815', '7204 3815', 'order 7204.3815, please', '72 04 38 15']) {
    expect(numbersIn(text)).toContain('72043815');
  }
  expect(eightDigits('call 0049 7204 38155')).toEqual([]);
  expect(numbersIn('ab-12')).toContain('AB-12');
  expect(numbersIn(' ')).toEqual([]);
});

function slipsOf(number: string): readonly string[] {
  const digits = [...number];
  const mistyped = digits.flatMap((digit, at) =>
    [...'0123456789'].filter((other) => other !== digit).map((other) => digits.with(at, other).join('')),
  );
  const swapped = digits.slice(1).flatMap((digit, at) => {
    const before = digits[at] ?? '';
    return before === digit
      ? []
      : [
          digits
            .with(at, digit)
            .with(at + 1, before)
            .join(''),
        ];
  });
  return [...mistyped, ...swapped];
}
