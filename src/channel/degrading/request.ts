import type { RichText } from '../rich-text.ts';
import { isBlank, lengthOf } from '../text-length.ts';
import type { Draft } from './draft.ts';
import { addText, textFor } from './text.ts';

/** Something of the shopper's own that a button can send: where they are, or their number. */
export type Asked = 'location' | 'contact';

/** Appends the request; where there is no button for it, the text alone asks. */
export function addRequest(draft: Draft, asked: Asked, text: RichText): void {
  const { buttons, text: limits } = draft.capabilities;
  const words = asked === 'location' ? draft.words.askLocation : draft.words.askContact;
  const asking: RichText = isBlank(text) ? [words] : text;
  const max = Math.min(limits.max, buttons?.bodyMax ?? limits.max);
  if (draft.capabilities[asked] === null || lengthOf([words], limits.unit) > max) {
    draft.losses.push({ kind: `${asked}-in-words` });
    addText(draft, asking);
    return;
  }
  const above = textFor(draft, asking, { max, instead: [words] });
  draft.parts.push({ type: `ask-${asked}`, text: above });
}
