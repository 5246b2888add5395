import type { Capabilities } from '../capabilities.ts';

/** Limits of the WhatsApp Business Platform, Cloud API (developers.facebook.com/docs/whatsapp), by the names of its pages. */
export const whatsappCloudCapabilities: Capabilities = {
  // "Text messages": body of 4096 characters. Its markup is *bold*, _italic_, ```code```; a bare address is made a link.
  text: { max: 4096, unit: 'utf16', markup: ['bold', 'italic', 'code'] },
  // "Interactive reply buttons messages": 3 buttons, unique titles of 20, ids of 256 characters, body 1024.
  buttons: { max: 3, labelMax: 20, bodyMax: 1024, idMaxBytes: 256 },
  // "Interactive list messages": 10 rows over all sections, titles of 24, descriptions of 72, ids of 200.
  // The body is 4096 on that page and 1024 in Meta's OpenAPI file v23: the lower holds in both.
  list: { max: 10, labelMax: 24, descriptionMax: 72, bodyMax: 1024, idMaxBytes: 200 },
  // Product messages need a catalogue linked to the business account: `whatsappCatalogueCapabilities`.
  cards: null,
  // "Image messages": caption of 1024 characters.
  image: { captionMax: 1024 },
  receipt: null,
  // "Location request messages": body of 1024 characters.
  location: {},
  // "Request contact info" is a button of templates only ("Business-scoped user IDs").
  contact: null,
  // Payments in the chat exist in India, Brazil and Singapore alone ("Payments API").
  invoice: null,
  // "Typing indicators": shown for at most 25 seconds.
  typing: true,
  // "Messages" takes no key: a part delivered twice is shown twice.
  idempotent: false,
  // "Sending messages", Customer service windows: 24 hours; after that only templates.
  answersWithinMs: 24 * 60 * 60_000,
};

/** With a catalogue linked to the business account. */
export const whatsappCatalogueCapabilities: Capabilities = {
  ...whatsappCloudCapabilities,
  cards: {
    // "Share products": 30 products in a multi-product message. None of them can be pressed, so a list follows; it has 10 rows.
    max: 10,
    // WhatsApp shows titles and descriptions out of the catalogue: of 200 and 9,999 characters ("Product data specifications").
    titleMax: 200,
    descriptionMax: 9999,
    // Nothing is written on a product.
    buttonMax: 200,
  },
};
