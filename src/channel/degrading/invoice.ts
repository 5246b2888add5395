import { formatMoney } from '../../catalog/format-money.ts';
import { shorten } from '../cut.ts';
import type { InvoiceMessage } from '../message.ts';
import type { RichText } from '../rich-text.ts';
import type { Draft } from './draft.ts';
import { addText, lines, paragraphs, textFor } from './text.ts';

/** Appends an invoice; where the platform takes no payment, its lines as text with the address where it can be paid. */
export function addInvoice(draft: Draft, message: InvoiceMessage, text: RichText): void {
  const { invoice } = draft.capabilities;
  if (invoice === null) {
    addInWords(draft, message, text);
    return;
  }
  const { title, lines: positions, payload } = message;
  const above = textFor(draft, text, { max: invoice.textMax, instead: [shorten(title, invoice.textMax)] });
  if (title.length > invoice.titleMax) addText(draft, [title]);
  draft.parts.push({
    type: 'invoice',
    text: above,
    title: shorten(title, invoice.titleMax),
    lines: positions,
    payload,
  });
}

function addInWords(draft: Draft, { title, lines: positions, url }: InvoiceMessage, text: RichText): void {
  draft.losses.push({ kind: 'invoice-in-words' });
  const amounts = positions.map(
    (line): RichText => [`${line.quantity} × ${line.title} — ${formatMoney(line.total, draft.locale)}`],
  );
  addText(draft, paragraphs(text, [title], lines(amounts), url === undefined ? [] : [url]));
}
