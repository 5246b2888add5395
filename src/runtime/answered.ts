import { adapterOf, type RuntimeContext } from './context.ts';
import { platformId } from './inbox-entry.ts';
import type { Lane } from './lane.ts';

/** Tells whoever waits for it that an event has been answered and the answers are delivered. */
export function tellAnswered(context: RuntimeContext, lane: Lane, event: string): void {
  const inReplyTo = platformId(event);
  if (inReplyTo !== null) adapterOf(context, lane)?.answered?.(inReplyTo, lane.address);
  for (const tell of lane.answered.get(event) ?? []) tell();
  lane.answered.delete(event);
}
