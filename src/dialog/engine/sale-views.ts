import type { Money } from '../../catalog/money.ts';
import type { InvoiceMessage, ReceiptLine, ReceiptMessage, ReceiptTotal } from '../../channel/message.ts';
import type { Json } from '../../storage/json.ts';
import { asMoney, isObject } from './product-views.ts';

/** What templates gave for `receipt`: `{ lines: [{ title, quantity, total }], totals: [{ label, amount }] }`; `null` where it is none. */
export function asReceipt(value: Json): Omit<ReceiptMessage, 'type' | 'text'> | null {
  if (!isObject(value)) return null;
  const lines = linesOf(value['lines']);
  return lines.length === 0 ? null : { lines, totals: totalsOf(value['totals']) };
}

/** What templates gave for `invoice`: `{ title, lines, payload, url }`, as `payments.start` gives it; `null` where it is none. */
export function asInvoice(value: Json): Omit<InvoiceMessage, 'type' | 'text'> | null {
  if (!isObject(value)) return null;
  const { title, payload, url } = value;
  const lines = linesOf(value['lines']);
  if (typeof title !== 'string' || typeof payload !== 'string' || lines.length === 0) return null;
  return { title, lines, payload, ...(typeof url === 'string' ? { url } : {}) };
}

function linesOf(value: Json | undefined): readonly ReceiptLine[] {
  return Array.isArray(value) ? value.flatMap((line: Json) => lineOf(line) ?? []) : [];
}

function lineOf(line: Json): ReceiptLine | null {
  if (!isObject(line)) return null;
  const { title, quantity } = line;
  const total = asMoney(line['total']);
  return typeof title === 'string' && typeof quantity === 'number' && total ? { title, quantity, total } : null;
}

function totalsOf(value: Json | undefined): readonly ReceiptTotal[] {
  return Array.isArray(value) ? value.flatMap((total: Json) => totalOf(total) ?? []) : [];
}

function totalOf(total: Json): { label: string; amount: Money } | null {
  if (!isObject(total)) return null;
  const { label } = total;
  const amount = asMoney(total['amount']);
  return typeof label === 'string' && amount ? { label, amount } : null;
}
