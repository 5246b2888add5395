import type { InboundContent } from '../../../src/channel/inbound.ts';
import type { Choice } from '../../../src/channel/message.ts';
import { isObject } from '../../../src/storage/json.ts';

/** What comes back when this choice is picked on a card. */
export function choiceData({ id, label }: Pick<Choice, 'id' | 'label'>): {
  readonly choice: string;
  readonly label: string;
} {
  return { choice: id, label: label.toWellFormed() };
}

/** Reads it, and what inputs on the card have added; `null` when there is no choice of ours in it. */
export function readChoice(data: unknown): InboundContent | null {
  if (!isObject(data)) return null;
  const { choice, label } = data;
  if (typeof choice !== 'string' || choice === '' || choice.length > 1024) return null;
  return { type: 'choice', id: choice, ...(typeof label === 'string' && label ? { label: label.slice(0, 200) } : {}) };
}

/** `Action.Execute` wraps its data: learn.microsoft.com, "Universal Actions for Adaptive Cards". */
export function readExecuted(value: unknown): InboundContent | null {
  const action = isObject(value) ? value['action'] : null;
  return isObject(action) ? readChoice(action['data']) : null;
}
