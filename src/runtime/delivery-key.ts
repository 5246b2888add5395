import type { IdempotencyKey } from '../channel/adapter.ts';
import type { ConversationId } from '../channel/ids.ts';

/** Which part of which answer. */
export interface DeliveryPlace {
  /** Below zero for what a person had delivered once more. */
  readonly turn: number;
  readonly message: number;
  readonly index: number;
}

export function deliveryKey(conversation: ConversationId, { turn, message, index }: DeliveryPlace): IdempotencyKey {
  return `${conversation}:${turn}:${message}:${index}`;
}

/** `null` for a key that is not of this conversation: platforms hand back what anybody has sent them. */
export function readDeliveryKey(conversation: ConversationId, key: IdempotencyKey): DeliveryPlace | null {
  if (!key.startsWith(`${conversation}:`)) return null;
  const match = /^(-?\d{1,16}):(\d{1,6}):(\d{1,6})$/u.exec(key.slice(conversation.length + 1));
  return match && { turn: Number(match[1]), message: Number(match[2]), index: Number(match[3]) };
}
