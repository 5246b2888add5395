import type { ActionRegistry } from '../actions/registry.ts';
import type { ChannelId } from '../channel/ids.ts';
import { capabilitiesOf } from '../channel/limits/capabilities-of.ts';
import type { CheckContext } from '../dialog/book.ts';
import type { Config } from './config.ts';

/** Channels by the names that merchants know them by. */
const channelNames = {
  terminal: 'the terminal',
  webchat: 'the web chat',
  telegram: 'Telegram',
  'whatsapp-cloud': 'WhatsApp',
  'whatsapp-web': 'WhatsApp Web',
  teams: 'Teams',
} as const satisfies Readonly<Record<ChannelId, string>>;

/** Flows are checked for every channel, so that turning one on later brings no surprise. */
export function checkContext({ shop }: Pick<Config, 'shop'>, actions: Pick<ActionRegistry, 'shapes'>): CheckContext {
  const channels = Object.entries(channelNames).map(([id, name]) => ({
    name,
    capabilities: capabilitiesOf[id as keyof typeof channelNames],
  }));
  return { shop, actions: actions.shapes, channels };
}
