import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import type { DeliveryReport } from '../../src/channel/inbound.ts';
import { showConversation } from '../../src/cli/inbox-show.ts';
import { deliveryKey } from '../../src/runtime/delivery-key.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { createRecordingChannel } from '../runtime/recording-channel.ts';
import { createRunning, says, shopper } from '../runtime/running.ts';

it('parley inbox show says how far the answers have come, below the last one that has', async () => {
  const store = createMemoryStore(new Map());
  const runtime = createRunning({ store, channel: createRecordingChannel() });
  for (const id of [1, 2, 3]) await runtime.handle(says('ann', id));
  const shown = async () => {
    const text = stripVTControlCharacters(await showConversation({ store, where: (file) => file }, shopper('ann')));
    return text
      .split('\n')
      .flatMap((line) => /Parley {2}(\d)|(delivered|seen by the shopper) up to here/u.exec(line)?.slice(1) ?? []);
  };
  const told = async (): Promise<readonly string[]> => (await shown()).filter(Boolean);
  const reports = (turn: number, state: DeliveryReport['state']) => {
    const key = deliveryKey(shopper('ann'), { turn, message: 0, index: 0 });
    return runtime.receive(says('ann', `${turn}-${state}`, { type: 'delivery', key, message: 'x', state }));
  };
  expect(await told()).toEqual(['1', '2', '3']);
  await reports(1, 'sent');
  expect(await told()).toEqual(['1', '2', '3']);
  await reports(2, 'delivered');
  expect(await told()).toEqual(['1', '2', 'delivered', '3']);
  await reports(1, 'read');
  expect(await told()).toEqual(['1', 'seen by the shopper', '2', 'delivered', '3']);
  await reports(3, 'read');
  expect(await told()).toEqual(['1', '2', '3', 'seen by the shopper']);
  await runtime.stop();
});
