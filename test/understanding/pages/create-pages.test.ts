import { describe, expect, it } from 'vitest';
import { createPages } from '../../../src/understanding/pages/create-pages.ts';
import { surePage } from '../../../src/understanding/pages.ts';
import { load } from '../../care/pages/written.ts';
import { startWork } from '../../work-time.ts';

const delivery = `---
title: Delivery
link: https://example.com/delivery
questions:
  - Costs:
      - how much is shipping
---
## Costs

It is $4.90, and free from $50 on.

## Abroad

We do not deliver to other countries.
`;
const entrega =
  '# Envíos\n\n## Cuánto cuesta\n\nEl envío cuesta 4,90 $.\n\n## Contra reembolso\n\nSe puede pagar al recibir.\n';
const returns = '# Returns\n\n## How long you have\n\nYou can return things within 30 days.\n';
const payment = '# Payment\n\n## PayPal\n\nWe take PayPal.\n';
const pago = '# Pago\n\n## PayPal\n\nAceptamos PayPal.\n';

const { passages } = load({
  'delivery.md': delivery,
  'es/delivery.md': entrega,
  'returns.md': returns,
  'payment.md': payment,
  'es/payment.md': pago,
});
const pages = createPages(passages);
const best = (question: string, locale?: string) => pages.find(question, locale === undefined ? {} : { locale })[0];

describe('a question', () => {
  it('gets the passage as it stands, with its link', () => {
    expect(best('what does delivery cost')?.passage).toEqual({
      page: 'delivery',
      title: 'Delivery › Costs',
      text: 'It is $4.90, and free from $50 on.',
      link: 'https://example.com/delivery',
    });
  });

  it.each([
    ['how much do you charge for postage?', 'Delivery › Costs'],
    ['how much is delivrey', 'Delivery › Costs'],
    ['do you deliver overseas', 'Delivery › Abroad'],
    ['how many days do i have to send something back', 'Returns › How long you have'],
    ['¿cuánto cuesta el envío?', 'Envíos › Cuánto cuesta'],
  ])('“%s” is answered for sure', (question, title) => {
    expect(best(question)?.passage.title).toBe(title);
    expect(best(question)?.confidence).toBeGreaterThanOrEqual(surePage);
  });

  it('that is the same in two languages gets the shopper’s', () => {
    expect(best('paypal?', 'es-MX')?.passage.title).toBe('Pago › PayPal');
    expect(best('paypal?', 'en-GB')?.passage.title).toBe('Payment › PayPal');
  });

  it('is asked of the pages alone: a product, an order, a chat or anything else finds none', () => {
    const others = [
      'red mug',
      'do you have running shoes',
      'where is my order',
      'hello',
      'how do i cook rice',
      '',
      '?!',
      '😀',
      '12345678',
    ];
    expect(others.flatMap((other) => pages.find(other))).toEqual([]);
  });

  it('has the same answer each time, and surer passages first', () => {
    const [one, other] = [1, 2].map(() => pages.find('what about delivery', { least: 0 }));
    expect(one).toEqual(other);
    const confidences = (one ?? []).map(({ confidence }) => confidence);
    expect(confidences.length).toBeGreaterThan(1);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
  });

  it('of any length takes no time to speak of', () => {
    const worked = startWork();
    for (const text of ['delivery '.repeat(5_000), 'x'.repeat(100_000), '? '.repeat(50_000)]) pages.find(text);
    expect(worked()).toBeLessThan(1_000);
  });
});

it('a bare name that is a heading is not surely a question, but what the merchant wrote as one is', () => {
  const find = (question: string) => {
    const asked = `---\ntitle: Sizes\nquestions:\n  - Shoes:\n      - ${question}\n---\n`;
    const { passages: read } = load({
      'sizes.md': `${asked}## Shoes\n\nOur shoes are in US sizes. These shoes fit.\n`,
    });
    return createPages(read).find('shoes')[0]?.confidence ?? 0;
  };
  expect(find('do your shoes run small')).toBeLessThan(surePage);
  expect(find('shoes')).toBeGreaterThanOrEqual(surePage);
});

it('words that any sentence has ask nothing, though a heading is made of them; the heading itself does', () => {
  const own = load({ 'us.md': '# Privacy\n\n## What we do not do\n\nWe sell your data to nobody.\n' });
  const find = (text: string) => createPages(own.passages).find(text);
  for (const text of ['not those', 'dont know', 'i dont know what i want']) expect(find(text)).toEqual([]);
  for (const text of ['what we do not do', 'what do you not do?']) expect(find(text)).toHaveLength(1);
});

it('a shop without pages answers nothing', () => {
  expect(createPages([]).find('what does delivery cost', { least: 0 })).toEqual([]);
});
