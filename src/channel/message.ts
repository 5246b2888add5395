import type { Money } from '../catalog/money.ts';
import type { RichText } from './rich-text.ts';

/** What Parley wants to say: *what*, never *how*. `degrade` turns it into what a channel can show. */
export type Message =
  | TextMessage
  | ChoicesMessage
  | ProductsMessage
  | ImageMessage
  | ReceiptMessage
  | AskLocationMessage
  | AskContactMessage
  | InvoiceMessage;

export interface TextMessage {
  readonly type: 'text';
  readonly text: RichText;
}

export interface ChoicesMessage extends Numbered {
  readonly type: 'choices';
  readonly text: RichText;
  readonly choices: readonly Choice[];
}

export interface ProductsMessage extends Numbered {
  readonly type: 'products';
  readonly text: RichText;
  readonly products: readonly ProductCard[];
  readonly choices: readonly Choice[];
}

export interface ImageMessage {
  readonly type: 'image';
  readonly url: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
  readonly text: RichText;
}

export interface ReceiptMessage {
  readonly type: 'receipt';
  readonly text: RichText;
  readonly lines: readonly ReceiptLine[];
  readonly totals: readonly ReceiptTotal[];
}

/** Asks for a place; where the channel has no button for it, the shopper types it. */
export interface AskLocationMessage {
  readonly type: 'ask-location';
  readonly text: RichText;
}

/** Asks for a telephone number; where the channel has no button for it, the shopper types it. */
export interface AskContactMessage {
  readonly type: 'ask-contact';
  readonly text: RichText;
}

/** Asks for a payment that the platform itself takes. */
export interface InvoiceMessage {
  readonly type: 'invoice';
  /** What it is for; stands above the amounts. */
  readonly text: RichText;
  readonly title: string;
  readonly lines: readonly ReceiptLine[];
  /** Comes back with the payment: at most 128 bytes, Telegram's limit. */
  readonly payload: string;
  /** Where it can be paid when the channel takes no payments. */
  readonly url?: string;
}

export interface ReceiptLine {
  readonly title: string;
  readonly quantity: number;
  readonly total: Money;
}

export interface ReceiptTotal {
  readonly label: string;
  readonly amount: Money;
}

/** Something the shopper may pick. The id is stable: pressing it later still says what was meant. */
export interface Choice {
  /** At most 64 bytes of UTF-8: Telegram's callback data, the narrowest of all channels. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
}

export interface ProductCard {
  readonly id: string;
  readonly title: string;
  readonly price: Money;
  readonly was?: Money;
  readonly image?: string;
  readonly description?: string;
  readonly inStock: boolean;
  /** What picking this product says. */
  readonly choice: Choice;
}

interface Numbered {
  /** What the first choice is numbered where choices are shown as numbers; 1 when absent. Goes on counting within a turn. */
  readonly firstNumber?: number;
}

/** Everything in a message that can be answered, in the order in which it is numbered. A product answers to its title. */
export function answerables(message: Message): readonly Choice[] {
  switch (message.type) {
    case 'choices':
      return message.choices;
    case 'products':
      return [...message.products.map((card) => ({ ...card.choice, label: card.title })), ...message.choices];
    case 'text':
    case 'image':
    case 'receipt':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
      return [];
  }
}
