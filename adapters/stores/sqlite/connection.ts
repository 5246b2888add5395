import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../../../src/storage/errors.ts';

export type Connection = Database.Database;
export type Statement = Database.Statement<unknown[]>;

/** How long opening waits for another process that opens the same file. */
const BUSY_WHEN_OPENING_MS = 5_000;

/** Nothing else happens in this process meanwhile; who needs longer comes again. */
const BUSY_MS = 20;

/** The write-ahead log is folded into the file every 16 MB: often enough for the disk, seldom enough for the turns. */
const PAGES_PER_CHECKPOINT = 4_000;

const CACHE_KIBIBYTES = 16_000;

export function openConnection(file: string): Connection {
  mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
  const db = new Database(file);
  db.exec(`pragma busy_timeout = ${BUSY_WHEN_OPENING_MS}`);
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = full');
  db.exec(`pragma wal_autocheckpoint = ${PAGES_PER_CHECKPOINT}`);
  db.exec(`pragma cache_size = -${CACHE_KIBIBYTES}`);
  return db;
}

/** To be called once the schema is in place. */
export function stopWaitingForOthers(db: Connection): void {
  db.exec(`pragma busy_timeout = ${BUSY_MS}`);
}

export function isBusy(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return String(code).startsWith('SQLITE_BUSY') || String(message).includes('database is locked');
}

export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  if (isBusy(error)) {
    return new StoreError('STORE_UNAVAILABLE', 'Another process keeps the SQLite file locked', { cause: error });
  }
  if (code.startsWith('SQLITE_NOTADB')) {
    return new StoreError('STORE_UNSUITABLE', 'The file is not a SQLite database', { cause: error });
  }
  return new StoreError('STORE_FAILED', `SQLite failed: ${message}`, { cause: error });
}
