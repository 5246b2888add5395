import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const asking = `flow: main
about: x
starts on: [go]
steps:
  - { ask: Colour?, for: colour, type: choice, choices: [Red, Blue] }
  - say: "{{ colour }} it is."
`;

const paid = (more = '') => `flow: order-paid
about: x
starts on:
  - news: order-paid {order}
${more}steps:
  - say: "Order {{ order }} is paid."
`;

function shop(more?: string) {
  return converse(bookOf([asking, paid(more)]));
}

const news = (happened = 'order-paid') => ({ type: 'news', news: happened, slots: { order: '72043815' } }) as const;

it('news are told to somebody who is in the middle of nothing', () => {
  const shopper = shop();
  expect(shopper.hear(news())).toBe('Order 72043815 is paid.');
  expect(shopper.flows).toEqual([]);
});

it.each(['', 'comes back: no\n'])('what was asked is asked again after news (%s)', (more) => {
  const shopper = shop(more);
  shopper.say('go');
  expect(shopper.hear(news())).toBe('Order 72043815 is paid. / Colour? [1 Red, 2 Blue]');
  expect(shopper.say('2')).toBe('Blue it is.');
});

it('news that the merchant has no flow for say nothing and change nothing', () => {
  const shopper = shop();
  shopper.say('go');
  expect(shopper.hear(news('order-lost'))).toBe('');
  expect(shopper.say('red')).toBe('Red it is.');
});

it('news are told while a person holds the conversation, who keeps it', () => {
  const shopper = shop();
  shopper.desk('take');
  expect(shopper.hear(news())).toBe('Order 72043815 is paid.');
  expect(shopper.state.handoffSince).not.toBeNull();
});

it('a payment that the platform took is thanked for by the flow that tells of it, where there is one', () => {
  const payment = { type: 'paid', total: { amount: 900, currency: 'USD' }, reference: 'r' } as const;
  expect(shop().hear(payment)).toBe('');
  expect(converse(bookOf([asking])).hear(payment)).toContain('$9.00');
});
