// One of several processes of a shop: MongoDB's address, the database, its first shopper, how many. Begins when it is told to.
import { once } from 'node:events';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { openRush } from './rush.ts';

const [uri = '', database = '', first = '0', count = '0'] = process.argv.slice(2);
const store = await openMongoStore({ uri, database });
const rush = await openRush(store, { first: Number(first), count: Number(count) });
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
await once(process.stdin, 'data');
process.stdout.write(`${JSON.stringify({ rushed: await rush.go() })}\n`);
await rush.stop();
await store.close();
process.stdin.destroy();
