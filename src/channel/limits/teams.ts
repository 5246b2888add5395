import type { Capabilities } from '../capabilities.ts';

// "Format your bot messages" (learn.microsoft.com/microsoftteams) allows about 100 KB for the whole activity; "Create Incoming
// Webhooks" says 28 KB. Text stays below the lower, with room for the card around it.
const messageBytes = 24 * 1024;
const cardTextBytes = 12 * 1024;

/** Limits of Microsoft Teams, by the names of its pages on learn.microsoft.com/microsoftteams. */
export const teamsCapabilities: Capabilities = {
  text: { max: messageBytes, unit: 'bytes', markup: ['bold', 'italic', 'code', 'link'] },
  // "Cards reference", hero card: at most 6 buttons. Labels have no limit there; longer ones are cut on a phone.
  buttons: { max: 6, labelMax: 40, bodyMax: cardTextBytes, idMaxBytes: 1024 },
  // Rows of an Adaptive Card ("Cards reference", version 1.5): no limit but the message's; this many stay readable and fit.
  list: { max: 20, labelMax: 80, descriptionMax: 160, bodyMax: cardTextBytes, idMaxBytes: 256 },
  // "Cards reference", carousel: 10 cards. Titles show two lines.
  cards: { max: 10, titleMax: 80, descriptionMax: 240, buttonMax: 40 },
  image: { captionMax: cardTextBytes },
  // "Cards reference": the receipt card is supported.
  receipt: {},
  // The `geo` capability belongs to tabs; a bot cannot ask for a place with a button.
  location: null,
  contact: null,
  invoice: null,
  typing: true,
  idempotent: false,
};
