import type { Capabilities } from '../capabilities.ts';

// "Format your bot messages" (learn.microsoft.com/microsoftteams) allows about 100 KB of UTF-16 for the whole activity; "Create
// Incoming Webhooks" says 28 KB. 28 KB are 14,336 letters with the JSON around them: text stays below, and so do cards.
const messageMax = 10_000;
const cardTextMax = 4000;

/** Limits of Microsoft Teams, by the names of its pages on learn.microsoft.com/microsoftteams. */
export const teamsCapabilities: Capabilities = {
  // "Format your bot messages": bold, italic, preformatted text and hyperlinks show on every client.
  text: { max: messageMax, unit: 'utf16', markup: ['bold', 'italic', 'code', 'link'] },
  // "Cards reference": at most 6 buttons. Labels have no limit there; longer ones are cut on a phone.
  buttons: { max: 6, labelMax: 40, bodyMax: cardTextMax, idMaxBytes: 256 },
  // Rows of an Adaptive Card ("Cards reference", version 1.5): no limit but the message's; this many stay readable and fit.
  list: { max: 20, labelMax: 80, descriptionMax: 160, bodyMax: cardTextMax, idMaxBytes: 256 },
  // Rows of an Adaptive Card as above, as many as a carousel has cards ("Cards reference", carousel: 10). Titles show two lines.
  cards: { max: 10, titleMax: 80, descriptionMax: 240, buttonMax: 40 },
  image: { captionMax: cardTextMax },
  // An Adaptive Card, as above.
  receipt: {},
  // The `geo` capability belongs to tabs; a bot cannot ask for a place with a button.
  location: null,
  contact: null,
  invoice: null,
  typing: true,
  // "Send and receive messages" takes no key: a part delivered twice is shown twice.
  idempotent: false,
};
