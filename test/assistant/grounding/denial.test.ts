import { describe, expect, it } from 'vitest';
import { stops } from './found.ts';

describe('a promise', () => {
  it.each([
    'I cannot give discounts, sorry.',
    'I can’t offer you a discount on this.',
    'Sorry, I cannot give you a discount at the moment.',
    'We have no coupons, sorry.',
    'There is no free shipping for this order.',
    'It is not free.',
    'I cannot promise anything.',
    'I do not know whether it is waterproof.',
    'Ich kann dir leider keinen Rabatt geben.',
    'Rabatt kann ich leider nicht geben.',
    'Das ist nicht kostenlos.',
    'No puedo dar descuentos, lo siento.',
    'No es gratis.',
    'Não posso oferecer desconto, desculpe.',
    'मैं छूट नहीं दे सकता।',
    'لا أستطيع تقديم خصم.',
  ])('that is denied passes: %s', (text) => {
    expect(stops(text)).toEqual([]);
  });

  it.each([
    'I can’t resist: all of it is free of charge.',
    'I cannot wait to tell you about the discount.',
    'I cannot wait to tell you, it is free of charge.',
    'No reason to hide it, there is a coupon.',
    'I cannot deny that it is free.',
    'I cannot give discounts, it is free of charge anyway.',
    'I cannot give you a discount and free gifts are yours.',
    'Who says I cannot give discounts?',
    'It is not true that there is no free shipping.',
    'No discount is too big for you.',
    'No puedo creerlo, todo es gratis.',
    'No, es gratis.',
    'Não posso negar, você ganha um cupom.',
    'Ich kann nicht widerstehen: das ist kostenlos.',
    'Ich kann nicht warten, es gibt einen Rabatt.',
    'I cannot wait, we deliver worldwide.',
    'Let me know: we deliver worldwide.',
  ])('behind some other “cannot” is stopped: %s', (text) => {
    expect(stops(text)).not.toEqual([]);
  });
});
