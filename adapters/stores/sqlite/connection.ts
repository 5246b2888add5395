import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../../../src/storage/errors.ts';

export type Connection = Database.Database;
export type Statement = Database.Statement<unknown[]>;

/** How long a process waits for another one's write to the same file. */
const BUSY_TIMEOUT_MS = 5_000;

/** The write-ahead log is folded into the file every 16 MB: often enough for the disk, seldom enough for the turns. */
const PAGES_PER_CHECKPOINT = 4_000;

const CACHE_KIBIBYTES = 16_000;

export function openConnection(file: string): Connection {
  mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
  const db = new Database(file);
  db.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = full');
  db.exec(`pragma wal_autocheckpoint = ${PAGES_PER_CHECKPOINT}`);
  db.exec(`pragma cache_size = -${CACHE_KIBIBYTES}`);
  return db;
}

export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_BUSY') || message.includes('database is locked')) {
    return new StoreError('STORE_UNAVAILABLE', 'Another process keeps the SQLite file locked', { cause: error });
  }
  if (code.startsWith('SQLITE_NOTADB')) {
    return new StoreError('STORE_UNSUITABLE', 'The file is not a SQLite database', { cause: error });
  }
  return new StoreError('STORE_FAILED', `SQLite failed: ${message}`, { cause: error });
}
