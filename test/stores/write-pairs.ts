// A process that writes pairs of documents as fast as it can and says which of them are durable.
import { writeSync } from 'node:fs';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import type { JsonObject } from '../../src/storage/json.ts';

const [storeName, place = '', database = '', prefix = ''] = process.argv.slice(2);
const store =
  storeName === 'sqlite' ? await openSqliteStore({ file: place }) : await openMongoStore({ uri: place, database });

await Promise.all(Array.from({ length: 20 }, (_, writer) => writePairs(`${prefix}${writer}`)));

async function writePairs(conversation: string): Promise<never> {
  for (let turn = 1; ; turn++) {
    const body: JsonObject = { conversation, turn, text: 'x'.repeat(500) };
    const outcome = await store.commit([
      { kind: 'conversation', id: conversation, revision: turn - 1, body },
      { kind: 'message', id: `${conversation}/${turn}`, revision: 0, body },
    ]);
    if (outcome !== 'committed') throw new Error(`conflict at ${conversation}/${turn}`);
    say(`${conversation} ${turn}\n`);
  }
}

/** Synchronous, so that nothing acknowledged is left in a buffer when the process is killed; a full pipe is waited for. */
function say(line: string): void {
  for (let rest = Buffer.from(line); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
