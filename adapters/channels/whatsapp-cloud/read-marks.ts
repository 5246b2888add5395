import type { Graph } from './graph.ts';
import { readRequest } from './requests.ts';

/** Marks a message as read, and shows that somebody is typing where that is so; nothing for `null`. Never rejects. */
export type MarkRead = (message: string | null, isTyping: boolean) => Promise<void>;

/** More than these at once only wait for a platform that is out of reach. */
const mostUnderWay = 50;

/** Best effort: nobody waits for a mark, and where many hang, further ones are left out. */
export function createReadMarks(graph: Pick<Graph, 'post'>): MarkRead {
  let underWay = 0;
  return async (message, isTyping) => {
    if (message === null || underWay >= mostUnderWay) return;
    underWay += 1;
    await graph.post('messages', readRequest(message, isTyping)).catch(() => undefined);
    underWay -= 1;
  };
}
