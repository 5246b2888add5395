import type { Capabilities } from '../capabilities.ts';

/**
 * WhatsApp's web client driven by whatsapp-web.js. Its documentation marks Buttons and List as deprecated: they are sent
 * and never arrive, so choices are numbered.
 */
export const whatsappWebCapabilities: Capabilities = {
  // No limit is published for the web client: these are the Cloud API's ("Text messages", "Image messages").
  text: { max: 4096, unit: 'utf16', markup: ['bold', 'italic', 'code'] },
  buttons: null,
  list: null,
  cards: null,
  image: { captionMax: 1024 },
  receipt: null,
  location: null,
  contact: null,
  invoice: null,
  typing: true,
  idempotent: false,
};
