import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatOf } from '../../src/media/file-formats.ts';
import { refusedSamples, samples } from './sample-files.ts';

it.each(Object.entries(samples))('knows a %s by its bytes', async (extension, bytes) => {
  expect((await formatOf(bytes))?.extension).toBe(extension);
});

it.each(Object.entries(refusedSamples))('takes %s for nothing that is kept', async (_name, bytes) => {
  expect(await formatOf(bytes)).toBeNull();
});

it('reads a text whose last character is cut in two', async () => {
  expect((await formatOf(Buffer.from('größe').subarray(0, 4)))?.mediaType).toBe('text/plain');
});

it('tells what any bytes are without failing, also where a known beginning goes on at random', async () => {
  const beginnings = fc.constantFrom(Buffer.alloc(0), ...Object.values(samples).map((bytes) => bytes.subarray(0, 16)));
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(beginnings, fc.uint8Array({ maxLength: 400 }), async (beginning, rest) => {
      seen.add((await formatOf(Buffer.concat([beginning, rest])))?.extension ?? 'none');
    }),
    { numRuns: 10_000 },
  );
  expect(seen.size).toBeGreaterThan(8);
});
