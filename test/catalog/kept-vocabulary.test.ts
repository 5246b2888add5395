import { expect, it } from 'vitest';
import { keepVocabulary } from '../../src/catalog/kept-vocabulary.ts';

function reading() {
  let now = 0;
  let reads = 0;
  const words = keepVocabulary({
    clock: { now: () => now },
    read: async () => {
      reads += 1;
      return { brand: { Nordik: reads } };
    },
  });
  return { words, reads: () => reads, pass: (ms: number) => (now += ms) };
}

it('reads the words once for all who ask at the same time', async () => {
  const { words, reads } = reading();
  await Promise.all([words(), words(), words()]);
  expect(reads()).toBe(1);
});

it('reads them again after a minute, and nobody waits for it', async () => {
  const { words, reads, pass } = reading();
  await words();
  pass(59_999);
  await words();
  expect(reads()).toBe(1);
  pass(1);
  expect((await Promise.all([words(), words()])).map(({ brand }) => brand?.['Nordik'])).toEqual([1, 1]);
  await Promise.resolve();
  expect(reads()).toBe(2);
  expect((await words())['brand']).toEqual({ Nordik: 2 });
});

it('goes on with the old words while they cannot be read', async () => {
  let now = 0;
  let fails = false;
  const words = keepVocabulary({
    clock: { now: () => now },
    read: async () => {
      if (fails) throw new Error('the server is away');
      return { brand: { Nordik: 1 } };
    },
  });
  await words();
  fails = true;
  now = 60_000;
  expect(await words()).toEqual({ brand: { Nordik: 1 } });
  await Promise.resolve();
  expect(await words()).toEqual({ brand: { Nordik: 1 } });
});
