export const channelIds = ['terminal', 'webchat', 'telegram', 'whatsapp-cloud', 'whatsapp-web', 'teams'] as const;

export type ChannelId = (typeof channelIds)[number];

/** `{channel}:{account}:{peer}`; the peer may hold colons. */
export type ConversationId = string & { readonly brand: 'ConversationId' };

export interface Address {
  readonly channel: ChannelId;
  readonly account: string;
  readonly peer: string;
}

export function conversationId(address: Address): ConversationId {
  return `${address.channel}:${address.account}:${address.peer}` as ConversationId;
}

/** The id's parts, or `null` when it is not one. */
export function parseConversationId(id: string): (Address & { readonly id: ConversationId }) | null {
  const match = /^([^:]+):([^:]+):(.+)$/su.exec(id);
  if (!match) return null;
  const [, channel = '', account = '', peer = ''] = match;
  if (!isChannelId(channel)) return null;
  return { id: id as ConversationId, channel, account, peer };
}

function isChannelId(text: string): text is ChannelId {
  return (channelIds as readonly string[]).includes(text);
}

export function isConversationId(id: string): id is ConversationId {
  return parseConversationId(id) !== null;
}
