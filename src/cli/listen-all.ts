import type { ChannelAdapter, Receive, Stop } from '../channel/adapter.ts';
import { Failure } from './failure.ts';

export interface Listening {
  readonly stops: readonly Stop[];
  /** Why one of them cannot listen; `null` when all do. */
  readonly failure: Error | null;
}

/** Begins with all of them at once. Where one fails the others may have begun, and have to be stopped. */
export async function listenAll(channels: readonly ChannelAdapter[], receive: Receive): Promise<Listening> {
  const begun = await Promise.allSettled(channels.map(async (channel) => channel.listen?.(receive)));
  const failed = begun.find((each) => each.status === 'rejected');
  return {
    stops: begun.flatMap((each) => (each.status === 'fulfilled' ? (each.value ?? []) : [])),
    failure: failed ? failureOf(failed.reason) : null,
  };
}

/** What has a code is a person's to mend, and says so in its own words. */
function failureOf(reason: unknown): Error {
  if (!(reason instanceof Error)) return new Error(String(reason));
  const isKnown = 'code' in reason && typeof reason.code === 'string' && /^[A-Z]+_[A-Z_]+$/u.test(reason.code);
  return isKnown ? new Failure(`${reason.message} (${reason.code})`) : reason;
}
