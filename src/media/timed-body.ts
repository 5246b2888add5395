import { within } from '../actions/time-limit.ts';
import type { Clock } from '../runtime/clock.ts';
import { errorCode } from '../runtime/log.ts';

/** The other side did not give what it was asked for: worth another attempt. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface Deadline {
  readonly clock: Clock;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What `work` gives before the deadline. Its failure and its lateness become `FetchFailed`. */
export async function inTime<T>({ clock, at }: Deadline, work: () => Promise<T>): Promise<T> {
  const limit = { timer: clock.after, ms: Math.max(0, at - clock.now()) };
  const done = await within(limit, work).catch((error: unknown) => {
    throw new FetchFailed(errorCode(error));
  });
  if (done === 'late') throw new FetchFailed('TIMEOUT');
  return done.value;
}

/** A body that may stall at any time: what it fails with, and its stalling, become `FetchFailed`. */
export async function* timedBody(body: AsyncIterable<Uint8Array>, deadline: Deadline): AsyncGenerator<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await inTime(deadline, () => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // A stalled one may never let go: nobody waits for it.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
