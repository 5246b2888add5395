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

  it('is not sure of a name alone', () => {
    expect(detectLanguage('nike air max', spoken)?.confidence).toBeLessThan(0.8);
  });

  it('is told of any text, in two letters, with a confidence between 0 and 1', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const found = detectLanguage(text, spoken);
        if (found === null) return;
        told += 1;
        expect(found.confidence).toBeGreaterThan(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        expect(found.language).toMatch(/^[a-z]{2}$/u);
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(20);
  });
});
