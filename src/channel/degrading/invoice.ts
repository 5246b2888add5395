import { formatMoney } from '../../catalog/format-money.ts';
import type { InvoiceLimits } from '../capabilities.ts';
import { shorten, truncate } from '../cut.ts';
import type { InvoiceMessage } from '../message.ts';
import type { RichText } from '../rich-text.ts';
import { isBlankString } from '../text-length.ts';
import type { Draft } from './draft.ts';
import { addText, lines, paragraphs, textFor } from './text.ts';

/** Appends an invoice; where the platform cannot take its payment, its lines as text with the address where it can be paid. */
export function addInvoice(draft: Draft, message: InvoiceMessage, text: RichText): void {
  const { invoice } = draft.capabilities;
  if (invoice === null || !isPayable(message, invoice)) addInWords(draft, message, text);
  else addPayable(draft, message, { text, limits: invoice });
}

/** An invoice has a title, and one amount in one currency that the platform takes. */
function isPayable({ title, lines: positions }: InvoiceMessage, { currencies }: InvoiceLimits): boolean {
  const currency = positions[0]?.total.currency;
  if (currency === undefined || isBlankString(title)) return false;
  if (currencies !== null && !currencies.includes(currency)) return false;
  const sum = positions.reduce((amount, { total }) => amount + total.amount, 0);
  return sum > 0 && positions.every(({ total }) => total.currency === currency);
}

interface Above {
  readonly text: RichText;
  readonly limits: InvoiceLimits;
}

/** A title too long for its place is told in full in the text; the text never stays empty, for platforms refuse that. */
function addPayable(draft: Draft, { title, lines: positions, payload }: InvoiceMessage, { text, limits }: Above): void {
  const { titleMax, textMax } = limits;
  const shown = shorten(title, titleMax);
  if (shown !== title) draft.losses.push({ kind: 'shortened', label: title, shown });
  const above = textFor(draft, shown === title ? text : paragraphs(text, [title]), {
    max: textMax,
    instead: truncate([title], textMax, draft.capabilities.text.unit),
  });
  draft.parts.push({ type: 'invoice', text: above, title: shown, lines: positions, payload });
}

function addInWords(draft: Draft, { title, lines: positions, url }: InvoiceMessage, text: RichText): void {
  draft.losses.push({ kind: 'invoice-in-words' });
  const amounts = positions.map(
    (line): RichText => [`${line.quantity} × ${line.title} — ${formatMoney(line.total, draft.locale)}`],
  );
  addText(draft, paragraphs(text, [title], lines(amounts), url === undefined ? [] : [url]));
}
