import type { Lane } from './lane.ts';

/** Tells whoever waits for it that an event has been answered and the answers are delivered. */
export function tellAnswered(lane: Lane, event: string): void {
  for (const tell of lane.answered.get(event) ?? []) tell();
  lane.answered.delete(event);
}
