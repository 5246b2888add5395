import type { ChannelId } from './ids.ts';

/** Channels by the names that merchants know them by, as they stand within a sentence. */
export const channelNames = {
  terminal: 'the terminal',
  webchat: 'the web chat',
  telegram: 'Telegram',
  'whatsapp-cloud': 'WhatsApp',
  'whatsapp-web': 'WhatsApp Web',
  teams: 'Teams',
} as const satisfies Readonly<Record<ChannelId, string>>;
