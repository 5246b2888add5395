import type { LabeledPrice } from 'grammy/types';
import type { ReceiptLine } from '../../../src/channel/message.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { plainText } from '../../../src/channel/rich-text.ts';
import { telegramAmount } from './currencies.ts';

/** What `sendInvoice` takes beside the chat (https://core.telegram.org/bots/api#sendinvoice). */
export interface Bill {
  readonly title: string;
  readonly description: string;
  readonly payload: string;
  readonly currency: string;
  readonly prices: readonly LabeledPrice[];
}

/** `null` for an invoice whose amounts Telegram's units cannot say. The description takes no markup. */
export function billFor(part: Extract<RenderedPart, { type: 'invoice' }>): Bill | null {
  const prices = part.lines.map(priceOf);
  const currency = part.lines[0]?.total.currency;
  if (currency === undefined || !prices.every((price) => price !== null)) return null;
  return {
    title: part.title.toWellFormed(),
    description: plainText(part.text).toWellFormed(),
    payload: part.payload,
    currency,
    prices,
  };
}

function priceOf({ title, quantity, total }: ReceiptLine): LabeledPrice | null {
  const amount = telegramAmount(total);
  return amount === null ? null : { label: `${quantity} × ${title}`.toWellFormed(), amount };
}
