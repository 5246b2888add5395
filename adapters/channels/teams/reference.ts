import { z } from 'zod';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Activity } from './activity-schema.ts';

const schema = z.object({
  serviceUrl: z.string(),
  /** Of the chat, group chat or team channel; in a channel with the thread it was last written in. */
  conversation: z.string(),
  type: z.string(),
  tenant: z.string().nullable(),
  bot: z.string(),
  user: z.string().nullable(),
});

/** How Teams wants to be addressed, so that this shopper is reached. Names stay where they are. */
export type Reference = z.output<typeof schema>;

export function referenceOf({ serviceUrl, conversation, recipient, from, channelData }: Activity): Reference {
  return {
    serviceUrl,
    conversation: conversation.id,
    type: conversation.conversationType ?? 'personal',
    tenant: conversation.tenantId ?? channelData?.tenant?.id ?? null,
    bot: recipient?.id ?? '',
    user: from?.id ?? null,
  };
}

/** `null` when it is none. */
export function readReference(kept: JsonObject | null): Reference | null {
  return schema.safeParse(kept).data ?? null;
}
