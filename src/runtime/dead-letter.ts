import type { ConversationId } from '../channel/ids.ts';
import type { RenderedPart } from '../channel/rendered-part.ts';
import type { Write } from '../storage/store.ts';

export interface Undeliverable {
  readonly conversation: ConversationId;
  /** As it was delivered with. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: string;
  readonly inReplyTo: string | null;
  readonly part: RenderedPart;
}

/** One letter a part, however often its failure is told. */
export function deadLetterWrite({ key, part, ...about }: Undeliverable): Write {
  return { kind: 'dead-letter', id: key, revision: 0, body: { ...about, part: JSON.parse(JSON.stringify(part)) } };
}
