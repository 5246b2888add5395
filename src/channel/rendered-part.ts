import type { Choice, ProductCard, ReceiptLine, ReceiptTotal } from './message.ts';
import type { RichText } from './rich-text.ts';

/** One thing a channel can show as it is: what `degrade` made of a message. It fits the channel's limits. */
export type RenderedPart =
  | { readonly type: 'text'; readonly text: RichText }
  | { readonly type: 'buttons'; readonly text: RichText; readonly choices: readonly Choice[] }
  | { readonly type: 'list'; readonly text: RichText; readonly choices: readonly Choice[] }
  | {
      readonly type: 'cards';
      readonly text: RichText;
      readonly cards: readonly ProductCard[];
      readonly choices: readonly Choice[];
    }
  | { readonly type: 'image'; readonly url: string; readonly alt: string; readonly caption: RichText }
  | {
      readonly type: 'receipt';
      readonly text: RichText;
      readonly lines: readonly ReceiptLine[];
      readonly totals: readonly ReceiptTotal[];
    }
  | { readonly type: 'ask-location'; readonly text: RichText }
  | { readonly type: 'ask-contact'; readonly text: RichText }
  | {
      readonly type: 'invoice';
      readonly text: RichText;
      readonly title: string;
      readonly lines: readonly ReceiptLine[];
      readonly payload: string;
    };

/** All that can be pressed on a part. A product answers to its title, as it does wherever it is picked. */
export function pressables(part: RenderedPart): readonly Choice[] {
  switch (part.type) {
    case 'buttons':
    case 'list':
      return part.choices;
    case 'cards':
      return [...part.cards.map(({ choice, title }) => ({ id: choice.id, label: title })), ...part.choices];
    case 'text':
    case 'image':
    case 'receipt':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
      return [];
  }
}
