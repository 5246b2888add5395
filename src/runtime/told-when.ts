import { type ConversationId, parseConversationId } from '../channel/ids.ts';
import type { JsonObject } from '../storage/json.ts';
import type { RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';

/** How often it is looked whether a shopper has written again. */
const lookMs = 10 * 60_000;
/** Delivery takes its time too, and the platform's clock decides. */
const marginMs = 5 * 60_000;

type ToldWhen = 'now' | 'never' | { readonly again: number };

/**
 * When something can be told that nobody asked for. Some platforms let a shop write for a time after the shopper last wrote and make a
 * failure of all else: then it waits for them to write, and is dropped once it is of no use any more (`until`, epoch milliseconds).
 */
export async function toldWhen(
  { channels, store, clock }: Pick<RuntimeContext, 'channels' | 'store' | 'clock'>,
  conversation: ConversationId,
  until: number,
): Promise<ToldWhen> {
  const channel = parseConversationId(conversation)?.channel;
  const within = channel && channels.get(channel)?.capabilities.answersWithinMs;
  if (within === undefined) return 'now';
  const now = clock.now();
  const heardAt = heardIn((await store.get('conversation', conversation))?.body);
  if (heardAt !== null && now < heardAt + within - marginMs) return 'now';
  return now >= until ? 'never' : { again: Math.min(now + lookMs, until) };
}

function heardIn(body: JsonObject | undefined): number | null {
  return (body as Partial<Conversation> | undefined)?.heardAt ?? null;
}
