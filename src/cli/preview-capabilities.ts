import type { Capabilities } from '../channel/capabilities.ts';
import type { ChannelId } from '../channel/ids.ts';
import { capabilitiesOf } from '../channel/limits/capabilities-of.ts';
import { telegramCapabilities, telegramInvoices } from '../channel/limits/telegram.ts';
import { whatsappCatalogueCapabilities } from '../channel/limits/whatsapp-cloud.ts';
import type { Config } from '../config/config.ts';

/** What the channel can show in this shop: some things are there only once they are set up. */
export function previewCapabilities(
  channel: ChannelId,
  { whatsappCloud, telegram }: Pick<Config, 'whatsappCloud' | 'telegram'>,
  wishes: { readonly catalogue: boolean },
): Capabilities {
  const hasCatalogue = wishes.catalogue || Boolean(whatsappCloud?.catalogId);
  if (channel === 'whatsapp-cloud' && hasCatalogue) return whatsappCatalogueCapabilities;
  if (channel === 'telegram' && telegram?.paymentToken) return { ...telegramCapabilities, invoice: telegramInvoices };
  return capabilitiesOf[channel];
}
