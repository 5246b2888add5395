import type { Capabilities } from '../capabilities.ts';
import type { ChannelId } from '../ids.ts';
import { teamsCapabilities } from './teams.ts';
import { telegramCapabilities } from './telegram.ts';
import { terminalCapabilities } from './terminal.ts';
import { webchatCapabilities } from './webchat.ts';
import { whatsappCloudCapabilities } from './whatsapp-cloud.ts';
import { whatsappWebCapabilities } from './whatsapp-web.ts';

/** What each channel can show. */
export const capabilitiesOf: Readonly<Record<ChannelId, Capabilities>> = {
  terminal: terminalCapabilities,
  webchat: webchatCapabilities,
  telegram: telegramCapabilities,
  'whatsapp-cloud': whatsappCloudCapabilities,
  'whatsapp-web': whatsappWebCapabilities,
  teams: teamsCapabilities,
};
