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

/** `null` for a key that is not ours: platforms hand back what anybody has sent them. */
export function readDeliveryKey(key: IdempotencyKey): DeliveryPlace | null {
  const match = /:(-?\d{1,16}):(\d{1,6}):(\d{1,6})$/u.exec(key);
  return match && { turn: Number(match[1]), message: Number(match[2]), index: Number(match[3]) };
}
