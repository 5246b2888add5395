import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { startMongo } from '../../scripts/services/mongodb.ts';
import type { Store } from '../../src/storage/store.ts';
import { openScratch } from '../scratch.ts';
import { unlessMissing } from '../servers.ts';
import type { BotStore } from './bot-subject.ts';
import { openMongoBotStore } from './mongodb-bound.ts';
import { type RawPlan, type RawWrites, rawMongoWrites, rawSqliteWrites } from './raw-writes.ts';
import { openSqliteBotStore } from './sqlite-bound.ts';

/** A place to keep things that every subject can be measured on, each time with nothing in it. */
export interface Bed {
  readonly name: string;
  /** With a name, the store that was opened by it before. */
  readonly openStore: (name?: string) => Promise<Store>;
  readonly openBotStore: () => Promise<BotStore>;
  readonly rawWrites: (plan: RawPlan) => Promise<RawWrites>;
  readonly close: () => Promise<void>;
}

export async function openSqliteBed(): Promise<Bed> {
  const scratch = await openScratch();
  return {
    name: 'SQLite',
    openStore: (name) =>
      openSqliteStore({ file: name === undefined ? scratch.fresh('.db') : scratch.named(`${name}.db`) }),
    openBotStore: () => openSqliteBotStore(scratch.fresh('.db')),
    rawWrites: (plan) => rawSqliteWrites(scratch.fresh('.db'), plan),
    close: scratch.remove,
  };
}

/** `null` when this machine has no MongoDB and cannot be brought one. */
export async function openMongoBed(): Promise<Bed | null> {
  const server = await unlessMissing(startMongo());
  if (!server) return null;
  const { url } = server;
  let number = 0;
  const fresh = (): string => {
    number += 1;
    return `bench${number}`;
  };
  return {
    name: 'MongoDB',
    openStore: (name) => openMongoStore({ uri: url, database: name ?? fresh() }),
    openBotStore: () => openMongoBotStore(url, fresh()),
    rawWrites: (plan) => rawMongoWrites({ url, database: fresh() }, plan),
    close: server.stop,
  };
}
