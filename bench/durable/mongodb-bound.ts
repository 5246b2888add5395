import mongoose from 'mongoose';
import type { BotState } from '../shopping/switch-bot.ts';
import type { BotStore, Waiting } from './bot-subject.ts';

export const durably = { w: 'majority', j: true } as const;

/** Groups on their way to the server at the same time. */
const groupsAtOnce = 2;

interface StateDocument {
  readonly _id: string;
  readonly revision: number;
  readonly state: BotState;
}

interface Collections {
  readonly states: mongoose.mongo.Collection<StateDocument>;
  readonly messages: mongoose.mongo.Collection<{ _id: string }>;
}

/** One update a turn; what waits while others are being written shares one command, and so one sync. */
export async function openMongoBotStore(url: string, database: string): Promise<BotStore> {
  const client = await new mongoose.mongo.MongoClient(url).connect();
  const db = client.db(database);
  const states = db.collection<StateDocument>('state');
  const messages = db.collection<{ _id: string }>('message');
  let waiting: Waiting[] = [];
  let underWay = 0;
  let isPlanned = false;
  const plan = (): void => {
    if (isPlanned || underWay === groupsAtOnce || waiting.length === 0) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      void send();
    });
  };
  const send = async (): Promise<void> => {
    const group = waiting;
    waiting = [];
    underWay += 1;
    try {
      await writeGroup({ states, messages }, group);
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
    underWay -= 1;
    plan();
  };
  return {
    async read(id) {
      const found = await states.findOne({ _id: id });
      return found && { revision: found.revision, state: found.state };
    },
    write: (id, kept) =>
      new Promise((done, failed) => {
        waiting.push({ id, kept, done, failed });
        plan();
      }),
    close: () => client.close(),
  };
}

/**
 * Through the driver's bulk interface, as its guide advises. The messages go before the states, and what makes the states durable
 * makes them durable too; a turn that is lost between the two is taken again.
 */
async function writeGroup({ states, messages }: Collections, group: readonly Waiting[]): Promise<void> {
  const records = group.flatMap(({ kept: { record } }) => (record ? [{ _id: record.id, ...record.body }] : []));
  if (records.length > 0) await messages.insertMany(records, { ordered: false, writeConcern: { w: 1 } });
  const replacements = group.map(({ id, kept: { revision, state } }) => ({
    replaceOne: {
      filter: { _id: id, revision },
      replacement: { revision: revision + 1, state },
      upsert: revision === 0,
    },
  }));
  const { matchedCount, upsertedCount } = await states.bulkWrite(replacements, {
    ordered: false,
    writeConcern: durably,
  });
  if (matchedCount + upsertedCount !== group.length) throw new Error('Two bots write to the same conversation');
  for (const { done } of group) done(true);
}
