import { describe, expect, it } from 'vitest';
import { isSmallTalk, withoutSmallTalk } from '../../src/understanding/small-talk.ts';

describe('a message without its small talk', () => {
  it.each([
    ['hii, wram winter coat', 'wram winter coat'],
    ['Hello there! Where is my order please?', 'Where is my order'],
    ['good morning team, i want a refund, thank you so much', 'i want a refund'],
    ['Hola, buenas tardes, ¿dónde está mi pedido? Gracias', '¿dónde está mi pedido?'],
    ['Oi, bom dia, quero trocar', 'quero trocar'],
    ['Guten Tag, ich suche einen Mantel, danke', 'ich suche einen Mantel'],
    ['नमस्ते, मेरा ऑर्डर कहाँ है', 'मेरा ऑर्डर कहाँ है'],
    ['namaste bhai mera order kahan hai', 'mera order kahan hai'],
    ['السلام عليكم أين طلبي من فضلك', 'أين طلبي'],
    ['ok $20 shoes', '$20 shoes'],
  ])('is the wish as written: “%s”', (text, wish) => {
    expect(withoutSmallTalk(text)).toBe(wish);
  });

  it.each(['hi', 'Good morning!', 'thank you', 'hola', 'नमस्ते', 'مرحبا', 'hello there, how are you', ''])(
    'comes back whole where it is nothing else: “%s”',
    (text) => {
      expect(withoutSmallTalk(text)).toBe(text);
    },
  );

  it('is not touched in its middle', () => {
    expect(withoutSmallTalk('a card that says thank you mum')).toBe('a card that says thank you mum');
    expect(withoutSmallTalk('no thanks, cancel')).toBe('no thanks, cancel');
  });

  it('tells a greeting from a wish', () => {
    expect(['hi there', 'danke', 'शुक्रिया', 'obrigada!'].filter((text) => !isSmallTalk(text))).toEqual([]);
    expect(['hi coats', 'no', '42', '?'].filter(isSmallTalk)).toEqual([]);
  });
});
