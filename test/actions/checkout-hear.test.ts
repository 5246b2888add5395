import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProduct } from '../catalog/shelf.ts';
import { rulesOf, severalWays, someWays, someZones } from '../commerce/checkout/ways.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 3 });

describe('checkout.hear', () => {
  let shop: Shop;
  let ada: Shopper;
  beforeEach(async () => {
    const stock = { places: ['store', 'warehouse'] };
    const rules = rulesOf({ payment: severalWays, shipping: someZones, stock });
    shop = await openShop([mug], { payments: someWays, rules });
    ada = shop.shopper('ada');
    await ada.gets('cart.add', { product: 'mug' });
    await ada.gets('checkout.address', { text: '12 Main St, Springfield, IL 62704' });
    await ada.gets('checkout.delivery', { method: 'standard' });
    await ada.gets('checkout.contact', { text: 'Ada Lovelace, ada@example.com' });
    await ada.gets('checkout.pay-by', { method: 'demo' });
  });
  afterEach(() => shop.close());

  it.each([
    ['express please', 'express'],
    ['make it express', 'express'],
    ['faster', 'express'],
    ['mejor exprés', 'express'],
    ['doch lieber Express bitte', 'express'],
    ['एक्सप्रेस कर दो', 'express'],
    ['standard delivery', 'standard'],
    ['the cheapest shipping', 'standard'],
    ['i will pick it up', 'pick-up-store'],
  ])('%j is a way of delivery', async (text, id) => {
    expect(await ada.gets('checkout.hear', { text })).toMatchObject({ what: 'delivery' });
    expect(await ada.gets('checkout.show')).toMatchObject({ delivery: { id } });
  });

  it.each([
    ['cash instead', 'cash-on-delivery'],
    ['en efectivo', 'cash-on-delivery'],
    ['bar', 'cash-on-delivery'],
    ['dinheiro', 'cash-on-delivery'],
    ['नकद', 'cash-on-delivery'],
    ['نقدا', 'cash-on-delivery'],
    ['pay by card', 'demo'],
    ['i want to pay by bank transfer', 'bank-transfer'],
  ])('%j is a way to pay', async (text, id) => {
    expect(await ada.gets('checkout.hear', { text })).toMatchObject({ what: 'payment' });
    expect(await ada.gets('checkout.show')).toMatchObject({ pay_by: { id } });
  });

  it.each(['overnight please', 'paypal instead', 'pay with apple pay'])('%j is not offered', async (text) => {
    const before = await ada.gets('checkout.show');
    const heard = await ada.gets('checkout.hear', { text });
    expect(heard).toMatchObject({ what: 'not-offered' });
    expect(heard['offered']).toHaveLength(3);
    expect(await ada.gets('checkout.show')).toEqual(before);
  });

  it.each([
    'change the name to Bob Smith',
    'the name should be Bob Smith please',
    'cambia el nombre a Bob Smith',
    'ändere den Namen auf Bob Smith',
    'muda o nome para Bob Smith',
    'नाम बदल कर Bob Smith कर दो',
    'غير الاسم إلى Bob Smith',
  ])('%j is another name', async (text) => {
    expect(await ada.gets('checkout.hear', { text })).toMatchObject({ what: 'contact', written: 'Bob Smith' });
    expect(await ada.gets('checkout.show')).toMatchObject({ contact: { name: 'Bob Smith', email: 'ada@example.com' } });
  });

  it.each([
    'send it to 9 Oak Avenue, Austin, TX 78701 instead',
    '9 Oak Avenue, Austin, TX 78701',
    'envíalo a 9 Oak Avenue, Austin, TX 78701',
    'schick es lieber an 9 Oak Avenue, Austin, TX 78701',
  ])('%j is an address', async (text) => {
    const heard = { what: 'address', written: '9 Oak Avenue, Austin, TX 78701' };
    expect(await ada.gets('checkout.hear', { text })).toMatchObject(heard);
  });

  it.each([
    ['change the delivery', 'delivery'],
    ['another payment method', 'payment'],
    ['change my email', 'contact'],
  ])('%j asks for it again', async (text, part) => {
    expect(await ada.gets('checkout.hear', { text })).toMatchObject({ what: 'redo', part });
  });

  it.each([
    'how much is express?',
    'can i pay by card',
    'is the mug dishwasher safe?',
    'make it 2',
    'a red mug',
    'show my cart',
    '2 of the blue mugs, please',
    'do you deliver to 9 Oak Avenue, Austin, TX 78701?',
    'yes',
    'instead',
  ])('%j is nothing of it', async (text) => {
    expect(await ada.does('checkout.hear', { text })).toMatchObject({ reason: 'not-about-this' });
  });

  it.each([
    'i have no email',
    'no email',
    "don't have one",
    'no tengo correo',
    'ich habe keine E-Mail',
    'não tenho email',
  ])('%j has no e-mail address', async (text) => {
    expect(await ada.gets('checkout.hear', { text, asked: 'reach' })).toMatchObject({ what: 'no-email' });
  });

  it.each(['why do you need that', 'wozu braucht ihr meine email?', '¿para qué?', 'لماذا؟'])(
    '%j asks why',
    async (text) => {
      for (const asked of ['name', 'reach'])
        expect(await ada.gets('checkout.hear', { text, asked })).toMatchObject({ what: 'why' });
    },
  );

  it('a name and a way to ask back are taken, and questions are neither', async () => {
    await ada.gets('checkout.hear', { text: 'Bob, bob@x.com', asked: 'name' });
    expect(await ada.gets('checkout.show')).toMatchObject({ contact: { name: 'Bob', email: 'bob@x.com' } });
    await ada.gets('checkout.hear', { text: '+1 217 555 0123', asked: 'reach' });
    expect(await ada.gets('checkout.show')).toMatchObject({ contact: { name: 'Bob', phone: '+12175550123' } });
    for (const asked of ['name', 'reach'])
      expect(await ada.does('checkout.hear', { text: 'how much is it in total?', asked })).toMatchObject({
        reason: 'not-about-this',
      });
  });
});
