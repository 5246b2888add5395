import type { Capabilities } from './capabilities.ts';
import { addChoices } from './degrading/choices.ts';
import { type Draft, fitAuthorsText } from './degrading/draft.ts';
import { addImage } from './degrading/image.ts';
import { addInvoice } from './degrading/invoice.ts';
import type { Loss } from './degrading/loss.ts';
import { addProducts } from './degrading/products.ts';
import { addReceipt } from './degrading/receipt.ts';
import { addRequest } from './degrading/request.ts';
import { addText } from './degrading/text.ts';
import { type DegradeWords, englishDegradeWords } from './degrading/words.ts';
import type { Message } from './message.ts';
import type { RenderedPart } from './rendered-part.ts';

export interface Degraded {
  /** In the order in which they are to be delivered; none for a message that says nothing. */
  readonly parts: readonly RenderedPart[];
  readonly losses: readonly Loss[];
}

export interface DegradeOptions {
  /** BCP 47, for prices; `en-US` when absent. */
  readonly locale?: string;
  /** English when absent. */
  readonly words?: DegradeWords;
}

/**
 * Turns what is to be said into what a channel can show. Pure and total. No text is lost and no limit is passed; each choice is
 * visible, and answerable by its button, label or number (`resolveReply`). Choices that are seen as numbers are numbered from
 * `firstNumber` in the order of `answerables`.
 */
export function degrade(message: Message, capabilities: Capabilities, options: DegradeOptions = {}): Degraded {
  const { locale = 'en-US', words = englishDegradeWords } = options;
  const draft: Draft = { capabilities, locale, words, parts: [], losses: [] };
  addMessage(draft, message);
  if (draft.parts.length === 0) draft.losses.push({ kind: 'empty' });
  return { parts: draft.parts, losses: draft.losses };
}

function addMessage(draft: Draft, message: Message): void {
  const text = fitAuthorsText(draft, message.text);
  switch (message.type) {
    case 'text':
      addText(draft, text);
      break;
    case 'choices':
      addChoices(draft, message, text);
      break;
    case 'products':
      addProducts(draft, message, text);
      break;
    case 'image':
      addImage(draft, { url: message.url, alt: message.alt, text });
      break;
    case 'receipt':
      addReceipt(draft, message, text);
      break;
    case 'ask-location':
      addRequest(draft, 'location', text);
      break;
    case 'ask-contact':
      addRequest(draft, 'contact', text);
      break;
    case 'invoice':
      addInvoice(draft, message, text);
      break;
  }
}
