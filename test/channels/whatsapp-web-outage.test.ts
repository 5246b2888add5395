import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SendFailure } from '../fakes/whatsapp-web/phone.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { createRunning, type Running } from '../runtime/running.ts';
import { browserOf, hasChromium, type Setup, setUp } from './whatsapp-web-setup.ts';

/** The real runtime, library and browser; one answer of three messages for `three`. */
describe.skipIf(!hasChromium)('when WhatsApp Web', () => {
  let setup: Setup;
  let running: Running;
  let shoppers = 0;
  beforeAll(async () => {
    setup = await setUp({ config: { patience: { sendMs: 600, pingEveryMs: 500, pingMs: 3000 } } });
    const settings = { firstPauseMs: 20, longestPauseMs: 80, mostDeliveries: 10_000 };
    running = createRunning({ store: createMemoryStore(new Map()), channel: setup.channel, settings });
    await running.start();
    await setup.open(running.receive);
  });
  afterAll(async () => {
    await setup.close();
    await running.stop();
    expect(browserOf(setup.folder)).toBeNull();
  });

  const words = (person: string) => setup.phone.sent(person).map(({ body }) => body);
  const two = () => [`1555333000${shoppers++}@c.us`, `1555333000${shoppers++}@c.us`] as const;
  const once = ['one', 'two', 'three', '1'];

  const outages: readonly (readonly [string, SendFailure, number, readonly string[]])[] = [
    ['marks messages as failed', 'fail', 10_000, once],
    ['never answers', 'hang', 10_000, once],
    // Nothing that is sent takes a key: what was taken without a word is seen once more, and nothing else is.
    ['takes a message and never says so', 'hang-after', 1, ['one', ...once]],
  ];

  it.each(outages)(
    '%s, its conversation hears all late, in order, once, and the others in time',
    async (_, mode, times, expected) => {
      const { phone } = setup;
      const [troubled, calm] = two();
      phone.fail(mode, { person: troubled, times });
      phone.writes(troubled, { body: 'three' });
      phone.writes(troubled, { body: 'count' });
      await phone.until(() => phone.signs.includes(`composing ${troubled}`));
      phone.writes(calm, { body: 'three' });
      await phone.until(() => words(calm).length === 3, 10_000);
      expect(words(calm)).toEqual(['one', 'two', 'three']);
      if (mode !== 'hang-after') expect(words(troubled)).toEqual([]);
      phone.mend();
      await phone.until(() => words(troubled).length === expected.length, 15_000);
      expect(words(troubled)).toEqual(expected);
    },
    40_000,
  );

  it('loses its page in the middle of answers, all hear theirs, in order, once', async () => {
    const { phone } = setup;
    const [anna, ben] = two();
    for (const person of [anna, ben]) phone.fail('hang', { person, times: 10_000 });
    for (const person of [anna, ben]) phone.writes(person, { body: 'three' });
    await phone.until(() => [anna, ben].every((person) => phone.signs.includes(`composing ${person}`)));
    for (const pid of browserOf(setup.folder)?.renderers ?? []) process.kill(pid, 'SIGKILL');
    phone.writes(anna, { body: 'count' });
    await setup.became('down');
    phone.mend();
    await setup.became('up');
    await phone.until(() => words(anna).length === 4 && words(ben).length === 3, 30_000);
    expect(words(anna)).toEqual(once);
    expect(words(ben)).toEqual(['one', 'two', 'three']);
  }, 90_000);

  it('does not know the shopper any more, what waits for them is dropped, and others hear theirs', async () => {
    const { phone } = setup;
    const [gone, calm] = two();
    phone.unregister(gone);
    phone.fail('hang', { person: calm, times: 1 });
    phone.writes(gone, { body: 'three' });
    phone.writes(calm, { body: 'three' });
    await phone.until(() => words(calm).length === 3, 10_000);
    expect(words(calm)).toEqual(['one', 'two', 'three']);
    expect(words(gone)).toEqual([]);
  }, 40_000);
});
