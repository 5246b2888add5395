import type { PartOrigin } from './adapter.ts';
import type { Degraded } from './degrade.ts';
import { answerables, type Message } from './message.ts';
import type { RenderedPart } from './rendered-part.ts';

export interface PartWithOrigin {
  readonly part: RenderedPart;
  readonly origin: PartOrigin;
}

/** A message's parts, each with how it came about. */
export function partsWithOrigin(message: Message, { parts, losses }: Degraded): readonly PartWithOrigin[] {
  const firstNumber = 'firstNumber' in message ? (message.firstNumber ?? 1) : 1;
  const choices = answerables(message);
  return parts.map((part, index) => ({
    part,
    origin: { losses: index === parts.length - 1 ? losses : [], choices, firstNumber },
  }));
}
