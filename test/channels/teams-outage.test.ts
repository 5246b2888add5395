import { describe, expect, it, onTestFinished } from 'vitest';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { createReferences } from '../../src/runtime/references.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import type { Failing, Fault } from '../fakes/teams/faults.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { createRunning, type Running } from '../runtime/running.ts';
import { activity, posted, setUp } from './teams-setup.ts';

const [troubled, calm] = ['a:troubled', 'a:calm'] as const;

interface Place {
  readonly fake: FakeTeams;
  readonly running: Running;
  /** Somebody writes, as the webhook takes it in. */
  says(chat: string, text: string): Promise<void>;
  words(chat: string): readonly unknown[];
}

/** The real runtime and the real client before Teams on this machine; one answer of three parts for `three`. */
async function open(): Promise<Place> {
  const store = createMemoryStore(new Map());
  const { fake, channel } = await setUp({ channel: { timeoutMs: 300 }, deps: { references: createReferences(store) } });
  const running = createRunning({
    store,
    channel,
    settings: { firstPauseMs: 20, longestPauseMs: 80, mostDeliveries: 10_000 },
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
    async says(chat, text) {
      messages += 1;
      const conversation = { conversationType: 'personal', id: chat };
      const request = posted(fake, activity(fake, { id: `${messages}`, text, conversation }));
      await channel.prepare?.(request);
      await Promise.all(channel.parse(request).map((event: InboundEvent) => running.receive(event)));
    },
    words: (chat) => fake.sent(chat).map(({ activity: sent }) => sent['text']),
  };
}

const outages: readonly (readonly [string, Fault, Failing, readonly string[]])[] = [
  ['says 429', { status: 429, retryAfter: '0.05' }, {}, ['one', 'two', 'three', '1']],
  ['says 412', { status: 412 }, {}, ['one', 'two', 'three', '1']],
  ['says 500', { status: 500 }, {}, ['one', 'two', 'three', '1']],
  ['says 504', { status: 504 }, {}, ['one', 'two', 'three', '1']],
  ['closes the socket', 'close', {}, ['one', 'two', 'three', '1']],
  ['hangs', 'hang', {}, ['one', 'two', 'three', '1']],
  // Teams takes no key: what it has shown without saying so is shown once more, and nothing else is.
  ['hangs when it has shown a message', 'hang', { times: 1, after: true }, ['one', 'one', 'two', 'three', '1']],
];

describe('when Teams', () => {
  it.each(outages)(
    '%s, its conversation hears all late, in order, once, and the others in time',
    async (_, fault, how, expected) => {
      const { fake, says, words } = await open();
      fake.fail(fault, { conversation: troubled, times: 10_000, ...how });
      await says(troubled, 'three');
      await says(troubled, 'count');
      await fake.until(() => fake.calls() > 0);
      await says(calm, 'three');
      await fake.until(() => words(calm).length === 3);
      expect(words(calm)).toEqual(['one', 'two', 'three']);
      // The calm one heard all of it while the troubled one heard nothing.
      if (!how.after) expect(words(troubled)).toEqual([]);
      fake.mend();
      await fake.until(() => words(troubled).length === expected.length, 10_000);
      expect(words(troubled)).toEqual(expected);
      expect(fake.refusals()).toEqual([]);
    },
  );

  it('has lost the shopper, what waits for them is dropped, and others hear theirs', async () => {
    const { fake, says, words, running } = await open();
    fake.fail({ status: 403, code: 'BotNotInConversationRoster' }, { conversation: troubled });
    await says(troubled, 'three');
    await says(calm, 'three');
    await fake.until(() => words(calm).length === 3, 10_000);
    await expect.poll(() => running.logged.some((line) => line.startsWith('UNREACHABLE'))).toBe(true);
    expect(words(troubled)).toEqual([]);
  });
});
