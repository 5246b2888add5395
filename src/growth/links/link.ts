import { z } from 'zod';
import { startFlowButton, viewProductButton } from '../../dialog/engine/choice-id.ts';
import type { JsonObject } from '../../storage/json.ts';
import type { Stored } from '../../storage/store.ts';

const targetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('product'), product: z.string() }),
  z.object({ to: z.literal('flow'), flow: z.string() }),
  z.object({ to: z.literal('welcome') }),
]);

const linkSchema = z.object({
  target: targetSchema,
  campaign: z.string(),
  text: z.string(),
  note: z.string().nullable(),
  createdAt: z.number(),
});

/** Where a conversation begins that a link starts. */
export type LinkTarget = Readonly<z.output<typeof targetSchema>>;

/** A way into a conversation that can be printed, sent or advertised: the document of kind `link`, whose id is `code`. */
export interface Link {
  /** See code.ts. */
  readonly code: string;
  readonly target: LinkTarget;
  /** What to count by: the shop window, the package, the advertisement. */
  readonly campaign: string;
  /** What the shopper says, where a platform lets a link bring nothing but words; without the code. */
  readonly text: string;
  /** For the merchant. */
  readonly note: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** Throws when the document is not a link. */
export function linkOf({ id, body }: Stored): Link {
  return { code: id, ...linkSchema.parse(body) };
}

export function linkBody({ target, campaign, text, note, createdAt }: Link): JsonObject {
  return { target: { ...target }, campaign, text, note, createdAt };
}

/** What the engine understands when a chat is opened with it; `null`: a welcome. */
export function payloadOf(target: LinkTarget): string | null {
  switch (target.to) {
    case 'product':
      return `${viewProductButton}:${target.product}`;
    case 'flow':
      return `${startFlowButton}:${target.flow}`;
    case 'welcome':
      return null;
  }
}
