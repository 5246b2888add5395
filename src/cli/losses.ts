import type { RuntimeParts } from '../runtime/runtime-parts.ts';

export interface LossCount {
  readonly flow: string;
  readonly channel: string;
  readonly loss: string;
  readonly times: number;
}

/** Counts what channels could not show as it was meant, since this process began: where a flow is clumsy. */
export interface LossCounter {
  readonly count: NonNullable<RuntimeParts['onLoss']>;
  /** Most frequent first. */
  most(limit: number): readonly LossCount[];
}

export function createLossCounter(): LossCounter {
  const counts = new Map<string, LossCount>();
  return {
    count(flow, channel, loss) {
      const key = `${flow} ${channel} ${loss}`;
      const times = (counts.get(key)?.times ?? 0) + 1;
      counts.set(key, { flow: flow ?? 'none', channel, loss, times });
    },
    most: (limit) => [...counts.values()].sort((one, other) => other.times - one.times).slice(0, limit),
  };
}
