import type { JsonObject } from '../../storage/json.ts';
import { advance } from './advance.ts';
import { pushFlow } from './flows.ts';
import type { Turn } from './turn.ts';

/**
 * The shop tells something by itself: the flow for it comes on top, whatever it says of coming back, and what the shopper was asked is
 * asked again after it. A shop without such a flow tells nothing.
 */
export function hearNews(turn: Turn, news: string, slots: JsonObject): void {
  const flow = turn.book.news.get(news);
  if (flow !== undefined && pushFlow(turn, { flow, slots, given: {} })) advance(turn);
}
