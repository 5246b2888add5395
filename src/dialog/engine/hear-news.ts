import type { JsonObject } from '../../storage/json.ts';
import { advance } from './advance.ts';
import { pushFlow } from './flows.ts';
import type { Turn } from './turn.ts';

/**
 * The shop tells something by itself: its flow comes on top, whatever it says of coming back, and what the shopper was asked is asked
 * again after it. A shop without such a flow tells nothing.
 */
export function hearNews(turn: Turn, flow: string, slots: JsonObject): void {
  if (pushFlow(turn, { flow, slots, given: {} })) advance(turn);
}
