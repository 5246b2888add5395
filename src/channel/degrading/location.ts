import type { RichText } from '../rich-text.ts';
import { isBlank, lengthOf } from '../text-length.ts';
import type { Draft } from './draft.ts';
import { addText, textFor } from './text.ts';

/** Appends the request for a place; where there is no button for it, the text alone asks. */
export function addLocationRequest(draft: Draft, text: RichText): void {
  const { location, buttons, text: limits } = draft.capabilities;
  const asking: RichText = isBlank(text) ? [draft.words.askLocation] : text;
  const max = Math.min(limits.max, buttons?.bodyMax ?? limits.max);
  if (location === null || lengthOf([draft.words.askLocation], limits.unit) > max) {
    draft.losses.push({ kind: 'location-in-words' });
    addText(draft, asking);
    return;
  }
  const above = textFor(draft, asking, { max, instead: [draft.words.askLocation] });
  draft.parts.push({ type: 'ask-location', text: above });
}
