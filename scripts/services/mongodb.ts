import mongoose from 'mongoose';
import { type Server, startServer } from './server-process.ts';

/** `standalone` leaves out the replica set, and thereby transactions. */
export async function startMongo(options: { readonly standalone?: boolean } = {}): Promise<Server> {
  const isStandalone = options.standalone === true;
  return startServer({
    name: 'mongodb',
    args: (port, folder) => [
      ...['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', folder, '--nounixsocket', '--quiet'],
      ...['--wiredTigerCacheSizeGB', '0.25', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
      ...(isStandalone ? [] : ['--replSet', 'parley', '--oplogSize', '256']),
    ],
    url: (port) => `mongodb://127.0.0.1:${port}/${isStandalone ? '' : '?replicaSet=parley'}`,
    isReady: (url) => (isStandalone ? ping(url) : initiate(url)),
  });
}

async function ping(url: string): Promise<boolean> {
  return withAdmin(url, async (admin) => (await admin.command({ ping: 1 }))['ok'] === 1);
}

async function initiate(url: string): Promise<boolean> {
  return withAdmin(url, async (admin) => {
    const hello = await admin.command({ hello: 1 });
    if (hello['setName'] === undefined) {
      const members = [{ _id: 0, host: new URL(url).host }];
      await admin.command({ replSetInitiate: { _id: 'parley', members } });
    }
    return hello['isWritablePrimary'] === true;
  });
}

async function withAdmin(url: string, use: (admin: mongoose.mongo.Admin) => Promise<boolean>): Promise<boolean> {
  const direct = `mongodb://${new URL(url).host}/?directConnection=true`;
  const client = new mongoose.mongo.MongoClient(direct, { serverSelectionTimeoutMS: 500 });
  try {
    return await use(client.db('admin').admin());
  } finally {
    await client.close();
  }
}
