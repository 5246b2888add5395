import type { ChannelAdapter } from '../channel/adapter.ts';
import type { Lane, Lanes } from './lane.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import type { RuntimeSettings } from './settings.ts';
import type { Turnstile } from './turnstile.ts';

/** What the parts of a running runtime share. */
export interface RuntimeContext extends RuntimeParts {
  readonly turnstile: Turnstile;
  readonly settings: RuntimeSettings;
  /** This process, as leases name it. */
  readonly me: string;
  readonly lanes: Lanes;
  /** Deliveries that the store does not know yet. */
  readonly unwritten: Set<Lane>;
  readonly stopping: AbortSignal;
  /** Sets to work on what waits in a lane's inbox. */
  goOn(lane: Lane): void;
}

/** `null` when this process does not reach the conversation. */
export function adapterOf(context: RuntimeContext, { address }: Lane): ChannelAdapter | null {
  const adapter = context.channels.get(address.channel);
  return adapter && adapter.serves?.(address) !== false ? adapter : null;
}
