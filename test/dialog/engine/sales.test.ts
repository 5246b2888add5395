import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse, returned } from './converse.ts';

const flow = `flow: main
about: x
starts on: [go]
steps:
  - do: look
    as: bill
  - say: Your order.
    receipt: "{{ bill.receipt }}"
    invoice: "{{ bill.invoice }}"
`;

const lines = [{ title: 'Mug', quantity: 2, total: { amount: 1800, currency: 'USD' } }];
const totals = [{ label: 'Total', amount: { amount: 1800, currency: 'USD' } }];

function told(bill: Parameters<typeof returned>[0]) {
  const shopper = converse(bookOf([flow]), { actions: { look: () => returned(bill) } });
  shopper.say('go');
  return shopper.messages;
}

it('a receipt is shown with its lines and totals', () => {
  expect(told({ receipt: { lines, totals } })).toEqual([{ type: 'receipt', text: ['Your order.'], lines, totals }]);
});

it('an invoice carries what comes back with the payment, and where it can be paid', () => {
  const invoice = { title: 'Order 72043815', lines, payload: 'o-1', url: 'https://pay.example/1' };
  expect(told({ invoice })).toEqual([{ type: 'invoice', text: ['Your order.'], ...invoice }]);
  expect(told({ receipt: { lines, totals }, invoice })).toMatchObject([
    { type: 'receipt', text: ['Your order.'] },
    { type: 'invoice', text: [] },
  ]);
});

it.each([
  [{}],
  [{ receipt: 'none', invoice: 7 }],
  [{ receipt: { lines: [{ title: 'Mug' }], totals }, invoice: { title: 'x', lines: [], payload: 'p' } }],
])('what is no receipt and no invoice is left out: %j', (bill) => {
  expect(told(bill)).toEqual([{ type: 'text', text: ['Your order.'] }]);
});
