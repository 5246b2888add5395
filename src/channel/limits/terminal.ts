import type { Capabilities } from '../capabilities.ts';

/** A terminal has no limits of its own; choices are numbered, and a link is no link unless its address is seen. */
export const terminalCapabilities: Capabilities = {
  text: { max: 100_000, unit: 'utf16', markup: ['bold', 'italic', 'code'] },
  buttons: null,
  list: null,
  cards: null,
  image: null,
  receipt: null,
  location: null,
  contact: null,
  invoice: null,
  typing: true,
  idempotent: false,
};
