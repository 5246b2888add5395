import { formatMoney } from '../../catalog/format-money.ts';
import type { ReceiptMessage } from '../message.ts';
import type { RichText } from '../rich-text.ts';
import type { Draft } from './draft.ts';
import { addText, lines, paragraphs, textFor } from './text.ts';

/** Appends a receipt; where there are none, its lines and totals as text. */
export function addReceipt(draft: Draft, message: ReceiptMessage, text: RichText): void {
  if (draft.capabilities.receipt === null) {
    addInWords(draft, message, text);
    return;
  }
  const above = textFor(draft, text, { max: draft.capabilities.text.max, instead: [] });
  draft.parts.push({ type: 'receipt', text: above, lines: message.lines, totals: message.totals });
}

function addInWords(draft: Draft, message: ReceiptMessage, text: RichText): void {
  draft.losses.push({ kind: 'receipt-flattened', lines: message.lines.length });
  addText(draft, paragraphs(text, lines(linesInWords(draft, message)), lines(totalsInWords(draft, message))));
}

function linesInWords({ locale }: Draft, message: ReceiptMessage): readonly RichText[] {
  return message.lines.map(({ quantity, title, total }) => [`${quantity} × ${title} — ${formatMoney(total, locale)}`]);
}

/** The last total is what is paid. */
function totalsInWords({ locale, capabilities }: Draft, message: ReceiptMessage): readonly RichText[] {
  const bold = capabilities.text.markup.includes('bold');
  return message.totals.map(({ label, amount }, index) => {
    const line = `${label}: ${formatMoney(amount, locale)}`;
    return bold && index === message.totals.length - 1 ? [{ bold: [line] }] : [line];
  });
}
