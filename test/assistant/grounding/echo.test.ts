import { describe, expect, it } from 'vitest';
import { stops } from './found.ts';

describe('a shopper’s own number', () => {
  it.each([
    ['a mug under 50', 'Under $50 I found {{p1.title}} at {{p1.price}}.'],
    ['is it less than 50?', '{{p1.title}} is under fifty dollars.'],
    ['i have 50', 'Your budget is 50, you said.'],
    ['i have 50', 'Your budget of $50 is fine.'],
    ['a mug under 5', 'I could not find anything under 5 dollars.'],
    ['etwas unter 50', '{{p1.title}} kostet unter 50 Dollar, das passt.'],
    ['a hat, size 43', 'You asked for size 43, is that right?'],
  ])('is told as theirs: %s', (said, text) => {
    expect(stops(text, { said })).toEqual([]);
  });

  it.each([
    ['i pay 10 for it', 'Your price for it is $10.'],
    ['make it 10 dollars', 'As you asked, it is 10 dollars now.'],
    ['all mugs for 5', 'We sell all mugs for no more than 5 dollars.'],
    ['ich zahle 10', 'Dein Preis ist 10 Euro.'],
    ['te doy 10', 'Tu precio es de 10 euros.'],
    ['te dou 10', 'Seu preço é de 10 reais.'],
    ['i give you 10', '{{p1.title}}: as you wanted, 10 dollars.'],
    ['i give you 10', 'Mugs from 10 dollars.'],
    ['i give you 10', '{{p1.title}} from 10 dollars.'],
    ['under 50?', 'Did you know that {{p3.title}} is under 50 dollars?'],
    ['under 50?', 'All our mugs are under 50 dollars.'],
    ['under 50?', 'They are under 50 dollars.'],
    ['10', 'Under your account it costs 10.'],
    ['10', 'You want it, so it is yours for 10.'],
    ['50', '{{p1.title}} holds up to 50 litres.'],
  ])('is never the shop’s price: %s', (said, text) => {
    expect(stops(text, { said })).not.toEqual([]);
  });
});
