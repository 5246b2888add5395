import type { ChannelId } from '../../../../src/channel/ids.ts';

/** How a platform lays out what can be pressed, and what frames it draws. */
export interface Shape {
  readonly corners: 'round' | 'square';
  /** Below the message one under another, below it side by side, or within its card. */
  readonly buttons: 'stacked' | 'side-by-side' | 'in-card';
  /** A menu behind a button, or rows that are seen at once. */
  readonly list: 'opens' | 'open';
}

export const shapes: Readonly<Record<ChannelId, Shape>> = {
  terminal: { corners: 'round', buttons: 'stacked', list: 'open' },
  webchat: { corners: 'round', buttons: 'side-by-side', list: 'open' },
  telegram: { corners: 'round', buttons: 'side-by-side', list: 'open' },
  'whatsapp-cloud': { corners: 'round', buttons: 'stacked', list: 'opens' },
  'whatsapp-web': { corners: 'round', buttons: 'stacked', list: 'opens' },
  teams: { corners: 'square', buttons: 'in-card', list: 'open' },
};
