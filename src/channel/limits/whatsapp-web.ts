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
  // Nothing that is sent takes a key: a part delivered twice is shown twice.
  idempotent: false,
};

/** With polls in place of buttons. */
export const whatsappWebPollCapabilities: Capabilities = {
  ...whatsappWebCapabilities,
  // faq.whatsapp.com, "How to create polls": up to 12 options. Options of 100 characters are what its apps let one type. The labels are
  // listed below the text as well, which leaves this much of 4096.
  buttons: { max: 12, labelMax: 100, bodyMax: 2800, idMaxBytes: 64 },
};
