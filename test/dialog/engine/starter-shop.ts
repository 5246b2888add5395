import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { checkContext } from '../../../src/config/check-context.ts';
import { readConfig } from '../../../src/config/config.ts';
import { readFlowFolder } from '../../../src/config/read-flows.ts';
import type { Book } from '../../../src/dialog/book.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import type { JsonObject } from '../../../src/storage/json.ts';

/** The starter flows, and the same after a merchant has been at them. */
export async function starterBooks(): Promise<readonly [before: Book, after: Book]> {
  const { flows, messages } = await readFlowFolder('flows');
  const context = checkContext(readConfig({}), createActionRegistry(allActions));
  const load = (change: (text: string) => string) => {
    const { book } = loadBook(
      flows.map(({ path, text }) => ({ path, text: change(text) })),
      messages,
      context,
    );
    if (!book) throw new Error('The starter flows have mistakes');
    return book;
  };
  const changed = (text: string) =>
    text
      .replaceAll('What next?', 'And now?')
      .replaceAll('Would you like it?', 'Shall it be yours?')
      .replaceAll('Which product shall I', 'What shall I');
  return [load((text) => text), load(changed)];
}

const usd = (amount: number) => ({ amount, currency: 'USD' });
const mug = { id: 'mug', title: 'Blue Mug', price: usd(900), in_stock: true, description: 'Holds tea.', image: null };
const cup = { id: 'cup', title: 'Red Cup', price: usd(500), was: usd(700), in_stock: false, description: 'Small.' };
const lines = [
  { id: 'l1', label: 'Blue Mug', quantity: 2, price: usd(900), total: usd(1800) },
  { id: 'l2', label: 'Red Cup', quantity: 1, price: usd(500), total: usd(500) },
];
const basket = { lines, count: 3, total: usd(2300), empty: false, gone: [], changed: [], short: [] };

const place = {
  ...{ name: 'Ann', lines: ['12 Main Street'], postcode: '62701', city: 'Springfield', region: 'IL', country: 'US' },
  line: '12 Main Street, Springfield, IL 62701',
};
const standard = {
  ...{ id: 'standard', label: 'Standard, $4.90', name: 'Standard', days: 'Tue – Thu', price: usd(490), pick_up: false },
  ...{ earliest: '2027-01-19', latest: '2027-01-21' },
};
const express = { ...standard, id: 'express', label: 'Express, $12.00', name: 'Express', price: usd(1200) };
const transfer = { id: 'transfer', label: 'Bank transfer', fee: null, later: false };
const demo = { id: 'demo', label: 'Demo payment', fee: null, later: false };
const receipt = {
  lines: lines.map(({ label, quantity, total }) => ({ title: label, quantity, total })),
  totals: [
    { label: 'Delivery', amount: usd(490) },
    { label: 'Total', amount: usd(2790) },
  ],
};
const checkout = {
  ...basket,
  ...{ address: place, address_line: place.line, options: [standard, express], delivery: standard },
  ...{ contact: { name: 'Ann', email: 'ann@example.com', phone: null, missing: null }, notify: true, gift: null },
  ...{ pay_methods: [demo, transfer], pay_by: demo, coupons: [], points: 0, missing: null, known: null },
  ...{ total: usd(2790), receipt },
};
const order = { id: 'o1', number: '72043817', status: 'awaiting-payment', total: usd(2790) };
const wanted = { number: order.number, method: 'demo', label: 'Demo payment', later: false, amount: order.total };

/** What the shop's actions return on a good day; `{}` for those of which nothing is used. */
export const goodDay: Readonly<Record<string, JsonObject>> = {
  'facts.customer': { id: 'c', name: 'Ann', subscribed: false, recent_orders: [{ id: 'o1', label: 'Order 10234' }] },
  'facts.cart': basket,
  'lookup.product': { value: mug },
  'lookup.order': { value: { id: 'o1', number: '10234' } },
  'catalog.search': { products: [mug, cup], total: 7, more: 5, asked: 'mug', text: 'mug', loosened: [] },
  'catalog.product': { ...mug, options: { size: ['S', 'M'] } },
  'catalog.similar': { products: [cup] },
  'catalog.compare': { products: [mug, cup], rows: [{ name: 'size', values: ['S', 'M'], same: false }] },
  'catalog.categories': {
    categories: [
      { id: 'kitchen', label: 'Kitchen' },
      { id: 'attic', label: 'Attic' },
    ],
  },
  'catalog.variant': { product: mug, options: {}, open: null },
  'cart.add': { line: lines[0] ?? null, count: 3, total: usd(2300) },
  'cart.show': basket,
  'cart.change': { line: lines[0] ?? null, total: usd(2300) },
  'cart.remove': { removed: lines[1] ?? null, empty: false, total: usd(1800) },
  'checkout.show': checkout,
  'checkout.address': { ...checkout, assumed_country: false },
  'checkout.as-before': checkout,
  'checkout.delivery': checkout,
  'checkout.pay-by': checkout,
  'checkout.contact': checkout,
  'checkout.place': {
    ...order,
    pay: 'before',
    pay_by: 'demo',
    until: '2027-01-16T12:00:00Z',
    eta: '2027-01-21',
    receipt,
  },
  'checkout.open-order': { order },
  'payments.methods': { methods: [demo, transfer] },
  'payments.start': {
    ...{ ...wanted, url: 'https://pay.example/1', invoice: null, instructions: { how: 'write-pay' } },
    until: '2027-01-16T12:00:00Z',
  },
  'payments.demo-pay': {
    ...{ state: 'paid', method: 'demo', paid: order.total, due: usd(0), refunds: [] },
    ...{ status: 'placed', asked: true, number: order.number },
  },
  'orders.complain': { kept: true },
  'orders.track': { number: '10234', status: 'shipped', delivered: false, cancelled: false },
};
