import { describe, expect, it } from 'vitest';
import { stops } from './found.ts';

describe('what is there', () => {
  it.each([
    '{{p3.title}} is in stock, do you want it?',
    'Did you know that {{p3.title}} is in stock?',
    '{{p3.title}} is not sold out.',
    '{{p3.title}} is far from sold out.',
    'You can have {{p3.title}} now.',
    'You can buy {{p3.title}}.',
    'Sold out: {{p1.title}}?',
    '{{p1.title}} is no longer sold.',
    '{{p1.title}} is not in stock.',
    '{{p1.title}} is never available.',
    '{{p1.title}} is not {{p1.stock}}.',
    '{{p3.title}} is sold out, {{p3.title}} is in stock.',
    '{{p3.title}} is sold out, and {{p1.title}} is sold out.',
    '{{p3.title}} is not out of stock, not at all.',
    '¿Sabías que {{p3.title}} está disponible?',
    '{{p3.title}} ist nicht ausverkauft.',
  ])('is told neither by a question nor by a “not”: %s', (text) => {
    expect(stops(text)).toContain('stock');
  });

  it.each([
    '{{p1.title}} is in stock, do you want it?',
    '{{p3.title}} is not in stock.',
    '{{p1.title}} is not sold out.',
    '{{p3.title}} is sold out, {{p1.title}} is in stock.',
    '{{p1.title}} and {{p2.title}} are in stock.',
    'Shall I look whether it is in stock?',
    'You can buy {{p1.title}}.',
    '{{p1.title}} ist nicht ausverkauft, das ist gut.',
    '{{p3.title}} no está disponible.',
  ])('may be told as it is: %s', (text) => {
    expect(stops(text)).toEqual([]);
  });
});

describe('what it cannot do', () => {
  it.each([
    'Order placed.',
    'Order placed successfully.',
    'Cancellation complete.',
    'The manager agrees. Take it.',
    'Payment confirmed!',
    'Our team has approved it.',
    'Bestellung aufgegeben.',
    'Der Chef ist einverstanden.',
    'Pedido realizado.',
    'Cancelación completada con éxito.',
    'Pedido feito.',
    'O gerente concorda.',
    'ऑर्डर सफलतापूर्वक।',
    'المدير يوافق.',
  ])('is not said to be done: %s', (text) => {
    expect(stops(text)).toContain('deed');
  });

  it.each([
    'What is your card number?',
    'Tell me the three digits on the back of your card.',
    'Please write the code we sent you.',
    'Send me your password.',
    'What is your verification code?',
    'And the expiry date?',
    'Wie lautet dein Sicherheitscode?',
    '¿Cuál es el código de seguridad?',
    'Qual é o código de verificação?',
    'ما هو رمز التحقق؟',
  ])('nor are secrets asked for: %s', (text) => {
    expect(stops(text)).toContain('secret');
  });
});
