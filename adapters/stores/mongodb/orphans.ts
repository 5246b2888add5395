import type mongoose from 'mongoose';

/** By which Parley's transactions are told from those of other programs. */
export const APP_NAME = 'parley';

/** No living process leaves a transaction idle for so long: between its commands lie milliseconds. */
export const ORPHAN_AFTER_MS = 1_000;

/**
 * Ends transactions whose process has been killed: the server itself would let them hold their documents for a minute
 * (`transactionLifetimeLimitSeconds`), and everybody else wait. One that lives after all is told so and begins again.
 */
export async function endOrphans(client: mongoose.mongo.MongoClient): Promise<void> {
  const admin = client.db('admin');
  const idle = await admin
    .aggregate<{ readonly lsid: { readonly id: mongoose.mongo.UUID } }>([
      { $currentOp: { idleSessions: true } },
      { $match: { appName: APP_NAME, 'transaction.timeInactiveMicros': { $gt: ORPHAN_AFTER_MS * 1_000 } } },
      { $project: { lsid: 1 } },
    ])
    .toArray();
  if (idle.length > 0) await admin.command({ killSessions: idle.map(({ lsid }) => ({ id: lsid.id })) });
}
