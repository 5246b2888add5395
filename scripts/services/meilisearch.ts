import { type Server, startServer } from './server-process.ts';

export interface MeilisearchServer extends Server {
  readonly apiKey: string;
}

const MASTER_KEY = 'only-for-tests-on-127.0.0.1';

export async function startMeilisearch(): Promise<MeilisearchServer> {
  const server = await startServer({
    name: 'meilisearch',
    args: (port, folder) => [
      ...['--http-addr', `127.0.0.1:${port}`, '--db-path', `${folder}/data`, '--dump-dir', `${folder}/dumps`],
      ...['--master-key', MASTER_KEY, '--no-analytics', '--env', 'development', '--log-level', 'ERROR'],
      ...['--max-indexing-memory', '512MiB', '--max-indexing-threads', '2'],
    ],
    url: (port) => `http://127.0.0.1:${port}`,
    isReady: async (url) => (await fetch(`${url}/health`)).ok,
  });
  return { ...server, apiKey: MASTER_KEY };
}
