import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../../src/care/questions/is-question.ts';
import { askedAgain, questionBody, questionOf, questionWords } from '../../../src/care/questions/open-question.ts';
import { redact } from '../../../src/care/questions/redact.ts';

const wordsOf = (text: string, locale: string) => questionWords(text, { locale, country: 'US' });

describe('what is a question about the shop', () => {
  it.each([
    'are you on instagram?',
    'do you plant trees for every purchase',
    'hi, how do I become a reseller',
    '¿hay una tienda en Madrid?',
    'vocês fazem entrega no domingo?',
    'bietet ihr Gravuren an',
    'क्या आप रविवार को खुले हैं',
    'هل المتجر مفتوح يوم الجمعة',
  ])('“%s” is one', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    'red mug',
    'show me blue shirts',
    'do you have running shoes',
    'where is my order',
    'can you change the address of my order 72043817',
    'thanks',
    'why?',
    'busco una bufanda',
    `${'I waited and waited and then '.repeat(10)}why?`,
  ])('“%s” is none', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});

describe('what is written down', () => {
  it.each([
    ['can you call me at +1 (217) 555-0123?', 'can you call me at [number]?'],
    ['do you know ada.l@example.org', 'do you know [e-mail]'],
    ['is 4242 4242 4242 4242 a card you take', 'is [number] a card you take'],
    ['what is with order 72043817', 'what is with order [number]'],
    ['what is with AB12-34567-X', 'what is with [number]'],
    ['do you know https://example.com/x?a=1', 'do you know [link]'],
    ['do you follow @ada_l', 'do you follow [name]'],
    [
      'I am Anna Kowalska from 12 Baker Street, London NW1 6XE, do you collect old shoes?',
      'I am [name] from [address], do you collect old shoes?',
    ],
    [
      'my name is anna. does anna need an account, or a banana?',
      'my name is [name]. does [name] need an account, or a banana?',
    ],
    ['ich heiße Jörg Müller, kommt ihr in die Hauptstraße 5?', 'ich heiße [name], kommt ihr in [address]?'],
    ['do you write to anna dot k at gmail dot com', 'do you write to [e-mail]'],
    ['do you write to anna＠gmail．com', 'do you write to [e-mail]'],
    ['do you ship to Canada', 'do you ship to Canada'],
    ['can you deliver to Madrid, on sundays', 'can you deliver to Madrid, on sundays'],
    ['do you have size 42 in 3 colours', 'do you have size 42 in 3 colours'],
  ])('“%s” becomes “%s”', (text, clean) => {
    expect(redact(text, 'US')).toBe(clean);
  });

  it('has no number as long as a telephone’s or an order’s, however it is written', () => {
    const digits = fc.stringMatching(/^\d{7,16}$/u);
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 16, maxLength: 16 });
    let spaced = 0;
    fc.assert(
      fc.property(digits, gaps, (number, between) => {
        const written = [...number].map((digit, at) => digit + (between[at] ?? '')).join('');
        spaced += Number(written !== number);
        return !/\d/u.test(redact(`is ${written} right?`, 'US'));
      }),
      { numRuns: 300 },
    );
    expect(spaced).toBeGreaterThan(100);
  });

  it('is one question however it is written, in each language', () => {
    const one = wordsOf('Are you on Instagram?', 'en-US').id;
    expect(wordsOf('are you on instagram', 'en-GB').id).toBe(one);
    expect(wordsOf('are you on instagram', 'es').id).not.toBe(one);
    expect(wordsOf('where is +12175550123 from?', 'en').id).toBe(wordsOf('where is 2175550999 from?', 'en').id);
  });

  it('counts, keeps other ways it was written, and is open again when it is asked after it was done', () => {
    const words = { ...wordsOf('Are you on Instagram?', 'en'), locale: 'en' };
    const first = askedAgain(null, { ...words, now: 1 });
    expect(first).toMatchObject({ count: 1, firstAt: 1, lastAt: 1, answered: false, examples: [] });
    const again = askedAgain({ ...first, answered: true }, { ...words, text: 'are you on INSTAGRAM', now: 5 });
    expect(again).toMatchObject({
      count: 2,
      firstAt: 1,
      lastAt: 5,
      answered: false,
      examples: ['are you on INSTAGRAM'],
    });
    expect(questionOf({ id: again.id, revision: 2, body: questionBody(again) })).toEqual(again);
  });
});
