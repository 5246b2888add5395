import type { InboundContent, InboundEvent, NotedContent } from '../channel/inbound.ts';
import type { RuntimeContext } from './context.ts';
import { note } from './note.ts';
import { submit } from './submit.ts';

/** Takes in what a channel brings. Resolves when it is durable; rejects when it could not be made so. */
export function receive(context: RuntimeContext, event: InboundEvent): Promise<'accepted' | 'duplicate'> {
  const { conversation, content, ...about } = event;
  if (isNoted(content)) return note(context, { ...event, content });
  return submit(context, { conversation, entry: { ...about, content } });
}

export function isNoted(content: InboundContent): content is NotedContent {
  return content.type === 'left' || content.type === 'reaction' || content.type === 'delivery';
}
