import type { Capabilities } from '../capabilities.ts';
import { fitMarkup, foreignMarkup } from '../fit-markup.ts';
import type { RenderedPart } from '../rendered-part.ts';
import type { RichText } from '../rich-text.ts';
import type { Loss } from './loss.ts';
import type { DegradeWords } from './words.ts';

/** A message being made ready: parts and losses are appended in the order in which they will be seen. */
export interface Draft {
  readonly capabilities: Capabilities;
  readonly locale: string;
  readonly words: DegradeWords;
  readonly parts: RenderedPart[];
  readonly losses: Loss[];
}

/** The author's text with the markup the channel shows; what it does not show is a loss. */
export function fitAuthorsText(draft: Draft, text: RichText): RichText {
  if (text.every((inline) => typeof inline === 'string')) return text;
  const { markup } = draft.capabilities.text;
  for (const kind of foreignMarkup(text, markup)) draft.losses.push({ kind: 'markup-dropped', markup: kind });
  return fitMarkup(text, markup);
}
