import { expect } from 'vitest';
import { openJsonl, textOf } from './jsonl-shopper.ts';
import type { Environment } from './own-process.ts';

/** The shop's main story over JSON lines, the shop killed in the middle of it. */
export async function buysACoatOverJsonl(environment: Environment): Promise<void> {
  const first = openJsonl(environment);
  const before = first.shopper('anna');
  const [found] = await before('a warm winter coat under 200');
  const coat = found?.products?.[1];
  if (!coat) throw new Error('Nothing was found');
  expect(found?.products?.every(({ price }) => price.currency === 'USD' && price.amount <= 20_000)).toBe(true);
  expect(textOf(await before({ choice: coat.choice }))).toMatch(
    new RegExp(`^${coat.title}\\n.*Would you like it\\?`, 's'),
  );
  await first.kill('SIGKILL');

  const second = openJsonl(environment);
  const after = second.shopper('anna');
  expect(textOf(await after('how much is delivery?'))).toMatch(
    /^Delivery\nStandard: \$4\.90.*\nWould you like it\?$/su,
  );
  expect(textOf(await after('Add to cart'))).toContain(`${coat.title} is in your cart.\nYour cart: 1 piece, `);
  expect(textOf(await after('show my cart'))).toContain(`1 × ${coat.title}: `);
  expect(await second.end()).toBe(0);
  expect(second.complaints()).toBe('');
}
