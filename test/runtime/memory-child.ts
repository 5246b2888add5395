// Says how many bytes each conversation costs that has had a turn and is idle, as a line of JSON. Needs --expose-gc.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openPlace } from './open-place.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, range, says } from './running.ts';

const [conversations = '10000', ...place] = process.argv.slice(2);
const store = await openPlace(place);
const { capabilities } = createRecordingChannel();
const channel = {
  ...createRecordingChannel(),
  capabilities,
  deliver: async () => ({ result: 'delivered' }) as const,
  answered: () => undefined,
};
const runtime = createRunning({ store, channel, settings: { receiptMs: 20, remembered: 100 } });
await runtime.start();

async function talk(from: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += 500) {
    await Promise.all(range(500).map((index) => runtime.handle(says(`peer${from + done + index}`, 1))));
  }
  // Deliveries are written down a little later; until then they are remembered.
  while ((await store.count('conversation', { where: { dueAt: { from: 0 } } })) > 0) await nextTurn();
  await runtime.settled();
}

function heap(): number {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

await talk(0, 1_000);
const before = heap();
await talk(1_000, Number(conversations));
const bytes = Math.round((heap() - before) / Number(conversations));
console.log(JSON.stringify({ bytes, hasGc: globalThis.gc !== undefined }));
await runtime.stop();
await store.close();
