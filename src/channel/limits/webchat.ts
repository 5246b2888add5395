import type { Capabilities } from '../capabilities.ts';

/** Our own page: these limits are ours, drawn where a phone's screen stops being readable. */
export const webchatCapabilities: Capabilities = {
  text: { max: 20_000, unit: 'utf16', markup: ['bold', 'italic', 'code', 'link'] },
  buttons: { max: 16, labelMax: 60, bodyMax: 20_000, idMaxBytes: 1024 },
  list: { max: 100, labelMax: 120, descriptionMax: 300, bodyMax: 20_000, idMaxBytes: 1024 },
  cards: { max: 24, titleMax: 160, descriptionMax: 600, buttonMax: 40 },
  image: { captionMax: 4000 },
  receipt: {},
  location: {},
  contact: null,
  invoice: null,
  typing: true,
  // The page keeps the key of each part and shows a part once.
  idempotent: true,
};
