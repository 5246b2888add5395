import type { ChannelAdapter } from '../channel/adapter.ts';
import type { Write } from '../storage/store.ts';
import type { RuntimeContext } from './context.ts';
import type { OutboxEntry } from './conversation.ts';
import { keepProgress } from './keep-progress.ts';
import type { Lane, Progress } from './lane.ts';

/** One turn's answers on their way out. */
export interface Round {
  readonly context: RuntimeContext;
  readonly lane: Lane;
  readonly adapter: ChannelAdapter;
  readonly entry: OutboxEntry;
}

/** Where repeating could be seen, every delivery is written down before the next. */
export async function advanceTo(round: Round, progress: Progress, writes: readonly Write[] = []): Promise<void> {
  const { context, lane, adapter, entry } = round;
  lane.delivered.set(entry.event, progress);
  if (adapter.capabilities.idempotent && writes.length === 0) return;
  await keepProgress(context, lane, writes);
}
