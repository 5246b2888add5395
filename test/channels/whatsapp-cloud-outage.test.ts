import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeWhatsapp, startFakeWhatsapp } from '../fakes/whatsapp-cloud/fake-whatsapp.ts';
import { failures } from '../fakes/whatsapp-cloud/graph-failure.ts';
import type { Trouble } from '../fakes/whatsapp-cloud/server-state.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { createRunning, type Running } from '../runtime/running.ts';
import { channelAt } from './whatsapp-cloud-setup.ts';

const [troubled, calm] = ['4930111', '4930222'] as const;

interface Place {
  readonly fake: FakeWhatsapp;
  readonly running: Running;
  /** Somebody writes, as the webhook takes it in. */
  says(number: string, text: string): Promise<void>;
  words(number: string): readonly string[];
}

/** The real runtime and the real client before a Graph API on this machine. */
async function open(flows?: readonly string[]): Promise<Place> {
  const fake = await startFakeWhatsapp();
  const channel = channelAt(fake, { channel: { timeoutMs: 1500 } });
  const settings = { firstPauseMs: 20, longestPauseMs: 80, mostDeliveries: 10_000 };
  const running = createRunning({
    store: createMemoryStore(new Map()),
    channel,
    settings,
    ...(flows ? { flows } : {}),
  });
  await running.start();
  onTestFinished(async () => {
    await running.stop();
    await fake.close();
  });
  let messages = 0;
  return {
    fake,
    running,
    async says(number, body) {
      messages += 1;
      const request = fake.message({ number }, `wamid.in${messages}`, { type: 'text', text: { body } });
      await Promise.all(channel.parse(request).map((event) => running.receive(event)));
    },
    words: (number) => fake.screen(number).map((seen) => seen.words),
  };
}

const outages: readonly (readonly [string, Trouble, { times?: number; after?: boolean }, readonly string[]])[] = [
  ['says 429', failures.tooMany, {}, ['one', 'two', 'three', '1']],
  ['says 500', failures.broken, {}, ['one', 'two', 'three', '1']],
  ['closes the socket', 'close', {}, ['one', 'two', 'three', '1']],
  ['hangs', 'hang', {}, ['one', 'two', 'three', '1']],
  // WhatsApp takes no key: what it has shown without saying so is shown once more, and nothing else is.
  ['hangs when it has shown a message', 'hang', { times: 1, after: true }, ['one', 'one', 'two', 'three', '1']],
];

describe('when WhatsApp', () => {
  it.each(outages)(
    '%s, its conversation hears all late, in order, once, and the others in time',
    async (_, trouble, how, expected) => {
      const { fake, says, words } = await open();
      fake.fail(trouble, { about: `"to":"${troubled}"`, times: 10_000, ...how });
      await says(troubled, 'three');
      await says(troubled, 'count');
      await fake.until(() => fake.calls().length > 0);
      await says(calm, 'three');
      await fake.until(() => words(calm).length === 3);
      expect(words(calm)).toEqual(['one', 'two', 'three']);
      // The calm one heard all of it while the troubled one heard nothing.
      if (how.times === undefined) expect(words(troubled)).toEqual([]);
      fake.mend();
      await fake.until(() => words(troubled).length === expected.length, 10_000);
      expect(words(troubled)).toEqual(expected);
      expect(fake.refusals()).toEqual([]);
    },
  );

  it('has lost the shopper, what waits for them is dropped, and others hear theirs', async () => {
    const { fake, says, words, running } = await open();
    fake.fail({ status: 400, code: 131_026, message: 'Message undeliverable' }, { about: `"to":"${troubled}"` });
    await says(troubled, 'three');
    await says(calm, 'three');
    await fake.until(() => words(calm).length === 3, 10_000);
    await expect.poll(() => running.logged.some((line) => line.startsWith('UNREACHABLE'))).toBe(true);
    expect(words(troubled)).toEqual([]);
  });
});

const sizes = Array.from({ length: 12 }, (_, n) => `EU ${36 + n}`);
const sizeFlow = `flow: sizes
about: Ask for a size.
starts on:
  - when: first message
steps:
  - choose: Which size would you like?
    for: size
    from:
${sizes.map((size) => `      - ${size}`).join('\n')}
  - say: "Size {{ size }} it is."
`;

describe('twelve sizes on WhatsApp', () => {
  it('are all seen, and answered by number or by name', async () => {
    const { fake, says, words } = await open([sizeFlow]);
    for (const [number, answer, size] of [
      [troubled, '11', 'eu-46'],
      [calm, 'eu 47', 'eu-47'],
    ] as const) {
      await says(number, 'hello');
      await fake.until(() => words(number).length === 1);
      for (const [index, each] of sizes.entries()) expect(words(number)[0]).toContain(`${index + 1}. ${each}`);
      await says(number, answer);
      await fake.until(() => words(number).length === 2);
      expect(words(number)[1]).toBe(`Size ${size} it is.`);
    }
  });
});
