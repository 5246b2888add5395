import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understanding/language.ts';

const spoken = ['en-US', 'es', 'pt-BR', 'de', 'hi', 'ar'];

describe('the language of a message', () => {
  it.each([
    ['where is my order', 'en'],
    ['¿dónde está mi pedido?', 'es'],
    ['cuanto cuesta el envio', 'es'],
    ['onde está meu pedido', 'pt'],
    ['wo ist meine bestellung', 'de'],
    ['मेरा ऑर्डर कहाँ है', 'hi'],
    ['mera order kahan hai', 'hi'],
    ['أين طلبي', 'ar'],
    ['bonjour, où est ma commande', 'fr'],
    ['где мой заказ', 'ru'],
    ['注文はどこですか', 'ja'],
    ['laal joote 50 se kam', 'hi'],
    ['kya aap cash on delivery dete ho', 'hi'],
    ['aceita pix?', 'pt'],
    ['das zweite bitte', 'de'],
    ['winterjacke', 'de'],
    ['garantie?', 'de'],
    ['taza', 'es'],
    ['canecas', 'pt'],
    ['hallo', 'de'],
    ['Namaste!', 'hi'],
    ['hola', 'es'],
  ])('of “%s” is %s', (text, language) => {
    expect(detectLanguage(text, spoken)).toMatchObject({ language });
  });

  it.each(['', '42', '👍', '?!', '  '])('is none without a word: "%s"', (text) => {
    expect(detectLanguage(text, spoken)).toBeNull();
  });

  it('is one that the shop speaks where two are as likely, and not surely', () => {
    const [portuguese, spanish] = ['pt', 'es'].map((candidate) => detectLanguage('algo para correr', [candidate]));
    expect([portuguese?.language, spanish?.language]).toEqual(['pt', 'es']);
    expect(spanish?.confidence).toBeLessThan(0.8);
  });

  it.each(['nike air max', 'yo', 'lol', 'hi', 'medium', 'vegan chocolate', 'wat u sell', 'yoga mat', 'vans old skool'])(
    'is not sure, unless English, of a name or slang: %s',
    (text) => {
      const found = detectLanguage(text, spoken);
      expect(found?.language === 'en' ? 0 : found?.confidence).toBeLessThan(0.7);
    },
  );

  it.each([
    'winterjacke',
    'garantie?',
    'taza',
    'hallo',
    'namaste',
    'aceita pix?',
    'laal joote 50 se kam',
    'das zweite bitte',
    'kya aap cash on delivery dete ho',
  ])('is sure enough to be answered in: %s', (text) => {
    expect(detectLanguage(text, spoken)?.confidence).toBeGreaterThan(0.7);
  });

  it('is none’s for a greeting that two languages of a shop share', () => {
    expect(detectLanguage('hallo', ['de', 'nl'])?.confidence).toBeLessThan(0.7);
  });

  const word = fc.constantFrom(
    'where',
    'is',
    'el',
    'pedido',
    'das',
    'bitte',
    'kya',
    'मेरा',
    'أين',
    'obrigado',
    '7',
    '!',
  );
  const spokenSomehow = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '));

  it('is told of any text, in two letters, with a confidence between 0 and 1', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), spokenSomehow), (text) => {
        const found = detectLanguage(text, spoken);
        if (found === null) return;
        told += 1;
        expect(found.confidence).toBeGreaterThan(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        expect(found.language).toMatch(/^[a-z]{2}$/u);
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(50);
  });
});
