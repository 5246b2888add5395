import type { MediaContent } from '../channel/inbound.ts';
import type { Heard } from '../media/media-reader.ts';
import type { RuntimeContext } from './context.ts';
import type { Lane } from './lane.ts';
import type { Question } from './question.ts';
import { renewClaim } from './renew-claim.ts';

export interface Listening {
  readonly question: Question;
  readonly beforeSlow: () => Promise<void>;
}

/**
 * What was sent as a file becomes words before the turn is taken; the message is durable first, for listening takes its time.
 * The entry then says what was heard, and so does its record. Without a reader it stays unheard.
 */
export async function hearMedia(
  context: RuntimeContext,
  lane: Lane,
  { question, beforeSlow }: Listening,
): Promise<void> {
  const { media } = context;
  const { entry } = question;
  const { content, id, at } = entry;
  if (content.type !== 'media' || isRead(content) || !media) return;
  await beforeSlow();
  const endRenewal = renewClaim(context, lane);
  const heard = await media.read({ conversation: lane.id, event: id, at, content }).finally(endRenewal);
  question.entry = { ...entry, content: withHeard(content, heard) };
}

function isRead({ heard, unread }: MediaContent): boolean {
  return heard !== undefined || unread !== undefined;
}

function withHeard(content: MediaContent, heard: Heard): MediaContent {
  return 'text' in heard ? { ...content, heard: heard.text } : { ...content, unread: heard.unread };
}
