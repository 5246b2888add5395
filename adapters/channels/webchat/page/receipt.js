import { figures, isolated, make } from './dom.js';

export function receiptTable({ lines, totals }, tools) {
  const head = make('tr', {}, heading(tools.say('item')), heading(tools.say('amount')));
  return make(
    'table',
    { class: 'receipt' },
    make('thead', { class: 'unseen' }, head),
    make('tbody', {}, ...lines.map((line) => receiptLine(line, tools))),
    make('tfoot', {}, ...totals.map((total) => receiptTotal(total, tools))),
  );
}

/** What is to be paid; the sum stands at the end as a receipt's does. */
export function invoiceTable({ lines }, tools) {
  const amount = lines.reduce((sum, { total }) => sum + total.amount, 0);
  const [first] = lines;
  const totals = first ? [{ label: tools.say('toPay'), amount: { ...first.total, amount } }] : [];
  return receiptTable({ lines, totals }, tools);
}

function heading(words) {
  return make('th', { scope: 'col' }, words);
}

function receiptLine({ title, quantity, total }, tools) {
  const count = quantity === 1 ? null : make('span', { class: 'count' }, ` × ${quantity}`);
  return row(make('td', {}, isolated(title), count), total, tools);
}

function receiptTotal({ label, amount }, tools) {
  return row(make('th', { scope: 'row' }, isolated(label)), amount, tools);
}

function row(first, amount, tools) {
  return make('tr', {}, first, make('td', { class: 'amount' }, figures(tools.money(amount))));
}
