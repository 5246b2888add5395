// A process that runs the runtime: events come in as JSON lines, what becomes of them and what is shown goes out the same way.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { openPlace } from './open-place.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning } from './running.ts';

const [isIdempotent, slowMs = '5', ...place] = process.argv.slice(2);
const store = await openPlace(place);

/** Synchronous, so that nothing that was shown is left in a buffer when the process is killed. */
const put = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const channel = createRecordingChannel({
  idempotent: isIdempotent === 'true',
  receipt: async ({ key, to, text, inReplyTo }) => {
    put({ shown: key, to, text, inReplyTo });
    return { result: 'delivered' };
  },
});
const slowly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * Number(slowMs)));
const settings = { sweepMs: 200, receiptMs: 50 };
const runtime = createRunning({ store, channel, slowly, settings });
await runtime.start();
put({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const event = JSON.parse(line) as InboundEvent;
  runtime.receive(event).then(
    (outcome) => put({ taken: event.id, conversation: event.conversation, outcome }),
    () => put({ refused: event.id, conversation: event.conversation }),
  );
}
await runtime.settled();
await runtime.stop();
await store.close();
