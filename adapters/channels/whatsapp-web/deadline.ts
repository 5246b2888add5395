import type { Clock } from '../../../src/runtime/clock.ts';

/** A call into the page was not answered: after a crash of the page none ever is. */
export class LateError extends Error {
  override readonly name = 'LateError';
  readonly code = 'WHATSAPP_WEB_LATE';
}

export interface Deadline {
  readonly clock: Clock;
  readonly ms: number;
}

/** The work's own outcome, or `LateError` when it takes too long. What comes of it after that is let go. */
export function within<Value>({ clock, ms }: Deadline, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new LateError('WhatsApp Web did not answer in time')));
    work.then(resolve, reject).finally(cancel);
  });
}
