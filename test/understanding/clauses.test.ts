import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/understanding/clauses.ts';

describe('the clauses of a message', () => {
  it.each([
    ['cancel my order and when do i get my money back?', ['cancel my order', 'when do i get my money back?']],
    ['Where is my order? I want a refund', ['Where is my order?', 'I want a refund']],
    ['hi, show me red shoes and also track my parcel', ['show me red shoes', 'track my parcel']],
    ['do u have red mugs n wats ur return policy', ['do u have red mugs', 'wats ur return policy']],
    ['cancela mi pedido y cuándo llega el otro', ['cancela mi pedido', 'cuándo llega el otro']],
    ['wo ist mein paket und was kostet der versand', ['wo ist mein paket', 'was kostet der versand']],
    ['मेरा ऑर्डर रद्द करो और मेरा पैसा कब मिलेगा', ['मेरा ऑर्डर रद्द करो', 'मेरा पैसा कब मिलेगा']],
  ])('are two: “%s”', (text, clauses) => {
    expect(splitClauses(text)).toEqual(clauses);
  });

  it.each([
    'red and blue shirt',
    'I want a coat and a hat',
    'i need salt n pepper & a mill',
    'shoes, socks and a belt',
    'send it to 12 Main St. Springfield',
    'salt and pepper mill for 9.50',
    'my name is Ann and Bob',
    'thank you!',
    '👍',
  ])('are one: “%s”', (text) => {
    expect(splitClauses(text)).toEqual([text]);
  });

  it('are cut off a mere name where what follows is known for a wish of its own', () => {
    const isKnown = (text: string) => text === 'where is my order';
    expect(splitClauses('red mug and where is my order', isKnown)).toEqual(['red mug', 'where is my order']);
    expect(splitClauses('red mug and where is my order')).toEqual(['red mug and where is my order']);
    expect(splitClauses('red mug and is it warm', isKnown)).toEqual(['red mug and is it warm']);
  });

  it('leave a greeting and thanks of their own out', () => {
    expect(splitClauses('Hello! Where is my parcel? Thanks!')).toEqual(['Where is my parcel?']);
  });

  it('are never none, and never invented', () => {
    let several = 0;
    const words = fc.constantFrom(
      'cancel',
      'order',
      'and',
      'my',
      '?',
      ',',
      'where',
      'is',
      'it',
      'red',
      '.',
      '\n',
      'और',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (list) => {
        const text = list.join(' ');
        const clauses = splitClauses(text);
        several += clauses.length > 1 ? 1 : 0;
        expect(clauses.length).toBeGreaterThan(0);
        for (const clause of clauses) expect(text).toContain(clause);
      }),
      { numRuns: 300 },
    );
    expect(several).toBeGreaterThan(20);
  });
});
