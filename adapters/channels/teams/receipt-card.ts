import { formatMoney } from '../../../src/catalog/format-money.ts';
import type { ReceiptLine, ReceiptTotal } from '../../../src/channel/message.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { type Card, type Element, line, textBlocks } from './card.ts';

export interface Receipt {
  readonly text: RichText;
  readonly lines: readonly ReceiptLine[];
  readonly totals: readonly ReceiptTotal[];
}

/** What was bought, and below a line what it comes to; the last total is what is paid. */
export function receiptCard({ text, lines, totals }: Receipt, locale: string): Card {
  const bought = lines.map(({ title, quantity, total }, index) =>
    amountRow(`${quantity} × ${title}`, formatMoney(total, locale), { isAfterRule: index === 0 && text.length > 0 }),
  );
  const sums = totals.map(({ label, amount }, index) =>
    amountRow(label, formatMoney(amount, locale), { isAfterRule: index === 0, isBold: index === totals.length - 1 }),
  );
  return { body: [...textBlocks(text), ...bought, ...sums], actions: [] };
}

function amountRow(label: string, amount: string, look: { isAfterRule: boolean; isBold?: boolean }): Element {
  const weight = look.isBold ? { weight: 'Bolder' } : {};
  const columns = [
    { type: 'Column', width: 'stretch', items: [line(label, weight)] },
    { type: 'Column', width: 'auto', items: [line(amount, weight, { horizontalAlignment: 'Right' })] },
  ];
  const { isAfterRule } = look;
  return { type: 'ColumnSet', spacing: isAfterRule ? 'Medium' : 'Small', separator: isAfterRule, columns };
}
