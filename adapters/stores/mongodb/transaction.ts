import { setTimeout as delay } from 'node:timers/promises';
import mongoose from 'mongoose';
import { type Commit, commandsOf, type PreparedWrite, type WriteCommand } from './commits.ts';
import type { MongoConnection } from './connection.ts';

type Session = mongoose.mongo.ClientSession;

/** `refused`: a document was not at its revision, and nothing has changed. `again`: nothing has changed, for no fault of the commits. */
export type Attempt = 'committed' | 'refused' | 'again';

const DURABLE = { w: 'majority', journal: true } as const;
const DUPLICATE_KEY = 11_000;
const NO_SUCH_TRANSACTION = 251;
const COMMIT_ATTEMPTS = 5;

/** A single write is atomic by itself, and the driver repeats it safely when the connection breaks. */
export async function writeAlone({ collection }: MongoConnection, write: PreparedWrite): Promise<Attempt> {
  const { kind, id, revision, document } = write;
  const filter = { _id: id, revision };
  const options = { writeConcern: DURABLE };
  try {
    if (document === null) return touched((await collection(kind).deleteOne(filter, options)).deletedCount);
    if (revision > 0) return touched((await collection(kind).replaceOne(filter, document, options)).matchedCount);
    await collection(kind).insertOne(document, options);
    return 'committed';
  } catch (error) {
    if (codeOf(error) === DUPLICATE_KEY) return 'refused';
    throw error;
  }
}

function touched(count: number): Attempt {
  return count === 1 ? 'committed' : 'refused';
}

export async function writeTogether(
  connection: MongoConnection,
  session: Session,
  commits: readonly Commit[],
): Promise<Attempt> {
  session.startTransaction({ writeConcern: DURABLE });
  try {
    for (const command of commandsOf(commits)) {
      if (await runs(connection, session, command)) continue;
      await session.abortTransaction();
      return 'refused';
    }
    await commitPersistently(session);
    return 'committed';
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    if (codeOf(error) === DUPLICATE_KEY) return 'refused';
    if (hasLabel(error, 'TransientTransactionError') && !isWithoutServer(error)) return 'again';
    throw error;
  }
}

/** The driver's bulk interface measures and copies every document first; the command itself needs neither. */
async function runs(
  { database }: MongoConnection,
  session: Session,
  { command, touches }: WriteCommand,
): Promise<boolean> {
  const answer = await database.command(command, { session });
  const errors = answer['writeErrors'] as readonly { readonly code: number; readonly errmsg: string }[] | undefined;
  const [failed] = errors ?? [];
  if (failed === undefined) return answer['n'] === touches;
  if (failed.code === DUPLICATE_KEY) return false;
  throw new mongoose.mongo.MongoServerError({ message: failed.errmsg, code: failed.code });
}

/** The answer to a commit may be lost although it was done: asking again is safe, and tells. */
async function commitPersistently(session: Session): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (attempt === COMMIT_ATTEMPTS || !isOpen(error)) throw error;
      await delay(attempt * 20);
    }
  }
}

/**
 * Whether it is open what became of a commit. A transaction that another process ended just then is "gone", but the server, interrupted as
 * it waited for the others to agree, does not yet vouch for that and gives no label: asked again, it does.
 */
function isOpen(error: unknown): boolean {
  if (hasLabel(error, 'UnknownTransactionCommitResult')) return true;
  return codeOf(error) === NO_SUCH_TRANSACTION && !hasLabel(error, 'TransientTransactionError');
}

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof mongoose.mongo.MongoError && error.hasErrorLabel(label);
}

/** The driver has already waited for a server as long as it may. */
function isWithoutServer(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerSelectionError;
}

function codeOf(error: unknown): unknown {
  return error instanceof mongoose.mongo.MongoServerError ? error.code : undefined;
}
