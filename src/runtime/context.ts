import type { ChannelAdapter } from '../channel/adapter.ts';
import type { Lane, Lanes } from './lane.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import type { RuntimeSettings } from './settings.ts';

/** What the parts of a running runtime share. */
export interface RuntimeContext extends RuntimeParts {
  readonly settings: RuntimeSettings;
  /** This process, as leases name it. */
  readonly me: string;
  readonly lanes: Lanes;
  /** Deliveries that the store does not know yet. */
  readonly unwritten: Set<Lane>;
  readonly stopping: AbortSignal;
}

export function adapterOf(context: RuntimeContext, lane: Lane): ChannelAdapter | null {
  return context.channels.get(lane.address.channel) ?? null;
}
