import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import type { ServerName } from '../../scripts/services/binaries.ts';
import { startMeilisearch } from '../../scripts/services/meilisearch.ts';
import { startMongo } from '../../scripts/services/mongodb.ts';
import { startRedis } from '../../scripts/services/redis.ts';
import { type Server, ServerMissing } from '../../scripts/services/server-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    serverDesk: string;
  }
}

const starters: Readonly<Record<string, () => Promise<Server>>> = {
  mongodb: startMongo,
  meilisearch: startMeilisearch,
  redis: startRedis,
} satisfies Record<ServerName, () => Promise<Server>>;

/** One desk a run: the first test that asks for a server has it started, all others share it, and none outlives the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<Server>>();
  const desk = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    void answer(name, started).then((body) => response.end(JSON.stringify(body)));
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const address = desk.address();
  if (address === null || typeof address === 'string') throw new Error('the desk has no port');
  project.provide('serverDesk', `http://127.0.0.1:${address.port}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    const servers = await Promise.allSettled(started.values());
    await Promise.all(servers.map((server) => (server.status === 'fulfilled' ? server.value.stop() : undefined)));
  };
}

async function answer(name: string, started: Map<string, Promise<Server>>): Promise<object> {
  const start = starters[name];
  if (start === undefined) return { failed: `there is no server ${name}` };
  const starting = started.get(name) ?? start();
  started.set(name, starting);
  try {
    const { kill: _kill, stop: _stop, ...reachable } = await starting;
    return reachable;
  } catch (error) {
    if (error instanceof ServerMissing) return { missing: error.message };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
