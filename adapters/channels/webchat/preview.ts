import type { PartOrigin } from '../../../src/channel/adapter.ts';
import type { Capabilities } from '../../../src/channel/capabilities.ts';
import { channelNames } from '../../../src/channel/channel-names.ts';
import {
  type Address,
  type ChannelId,
  type ConversationId,
  channelIds,
  parseConversationId,
} from '../../../src/channel/ids.ts';
import { capabilitiesOf } from '../../../src/channel/limits/capabilities-of.ts';
import { webchatCapabilities } from '../../../src/channel/limits/webchat.ts';
import { lossLines } from '../../../src/channel/loss-words.ts';

/** A channel that the page can show everything as. */
export interface PreviewChoice {
  readonly id: ChannelId;
  readonly name: string;
}

export const previewChoices: readonly PreviewChoice[] = channelIds.map((id) => ({ id, name: channelNames[id] }));

/** Names somebody who looks at a preview: longer than any visitor's own name. */
export function previewPeer(channel: ChannelId, visitor: string): string {
  return `${channel}_${visitor}`;
}

export function previewChannel(name: string | null | undefined): ChannelId | null {
  return channelIds.find((id) => id === name) ?? null;
}

/** The channel that this visitor previews; `null` for everybody else. */
function previewedBy(peer: string): ChannelId | null {
  const [, channel] = /^([a-z-]+)_[\w-]{22}$/u.exec(peer) ?? [];
  return previewChannel(channel);
}

export function capabilitiesFor({ peer }: Pick<Address, 'peer'>): Capabilities {
  const channel = previewedBy(peer);
  return channel === null ? webchatCapabilities : capabilitiesOf[channel];
}

export function capabilitiesIn(conversation: ConversationId): Capabilities {
  return capabilitiesFor(parseConversationId(conversation) ?? { peer: '' });
}

/** What a preview tells below a part; nothing for a shopper. */
export function lossesShown(
  conversation: ConversationId,
  origin: PartOrigin | undefined,
): { readonly losses?: readonly string[] } {
  const channel = previewedBy(parseConversationId(conversation)?.peer ?? '');
  if (channel === null || origin === undefined || origin.losses.length === 0) return {};
  return { losses: lossLines(origin.losses, { channel, capabilities: capabilitiesOf[channel] }) };
}
