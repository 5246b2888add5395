import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import type { MongoConnection } from '../../adapters/stores/mongodb/connection.ts';
import { writeTogether } from '../../adapters/stores/mongodb/transaction.ts';

const { MongoServerError } = mongoose.mongo;

const aborted = { message: 'Transaction with { txnNumber: 1 } has been aborted.', code: 251 };
/** As MongoDB 6 answers where another process ended the transaction while the commit waited for its write concern. */
const unvouched = () =>
  new MongoServerError({
    ...aborted,
    writeConcernError: { code: 11_601, codeName: 'Interrupted', errmsg: 'interrupted' },
  });
const vouched = () => new MongoServerError({ ...aborted, errorLabels: ['TransientTransactionError'] });

/** A session whose commits fail so, one after the other, and then succeed. */
function sessionFailing(...failures: readonly Error[]) {
  const left = [...failures];
  let asked = 0;
  const session = {
    startTransaction: () => undefined,
    inTransaction: () => false,
    commitTransaction: async () => {
      asked += 1;
      const failure = left.shift();
      if (failure) throw failure;
    },
  } as unknown as mongoose.mongo.ClientSession;
  return { session, asked: () => asked };
}

const connection = {} as unknown as MongoConnection;

describe('a transaction that another process ended while it was committed', () => {
  it('is begun again once the server vouches for its end', async () => {
    const { session, asked } = sessionFailing(unvouched(), vouched());
    expect(await writeTogether(connection, session, [])).toBe('again');
    expect(asked()).toBe(2);
  });

  it('is committed if the server finds that it was after all', async () => {
    const { session } = sessionFailing(unvouched());
    expect(await writeTogether(connection, session, [])).toBe('committed');
  });

  it('is a failure where the server never vouches for anything', async () => {
    const { session, asked } = sessionFailing(...Array.from({ length: 9 }, unvouched));
    await expect(writeTogether(connection, session, [])).rejects.toMatchObject({ code: 251 });
    expect(asked()).toBe(5);
  });
});
