import { describe, expect, it } from 'vitest';
import { createFindings } from '../../../src/assistant/findings.ts';
import { judged, stops } from './found.ts';

describe('what may be said', () => {
  it.each([
    'Hello! How can I help you today?',
    'I found two mugs for you: {{p1.title}} at {{p1.price}} and {{p2.title}} at {{p2.price}}.',
    '{{p1.title}} costs {{p1.price}} and is {{p1.stock}}.',
    'Blue Stoneware Mug costs $12.99.',
    'Blue Stoneware Mug costs 12.99 dollars.',
    '{{p2.title}} costs {{p2.price}}; it was {{p2.was}} before.',
    '{{p2.title}} is reduced: {{p2.price}} instead of {{p2.was}}.',
    '{{p1.title}} is the cheapest of them.',
    '{{p1.title}} is cheaper than {{p2.title}}: {{p1.price}} instead of {{p2.price}}.',
    '{{p1.title}} and {{p2.title}} cost {{p1.price}} and {{p2.price}}.',
    'Delivery to {{r3.country_name}} costs {{r3.options.0.price}} with {{r3.options.0.label}}.',
    'Sure, what are you looking for?',
    'Sorry about the trouble. Let me connect you with a person.',
    'Desculpe, não encontrei nada parecido. Que material você prefere?',
    'O frete custa {{r3.options.0.price}} com {{r3.options.0.label}}.',
    'Ab {{r3.free_from}} ist der Versand kostenlos.',
    'Sie können Artikel innerhalb von {{r4.return_days}} Tagen zurückgeben.',
    'El envío a {{r3.country_name}} cuesta {{r3.options.0.price}}.',
    'माफ कीजिए, मुझे ऐसा कुछ नहीं मिला। आप किस रंग का चाहते हैं?',
    'डिलीवरी का खर्च {{r3.options.0.price}} है।',
    'عذرا، لم أجد شيئا مشابها. ما اللون الذي تفضله؟',
    'رسوم التوصيل {{r3.options.0.price}}.',
    '{{p1.title}} holds 350 ml and is 100% stoneware.',
    '{{p3.title}} is {{p3.stock}} right now. Shall I look for something similar?',
    '{{p1.title}} is in stock, {{p3.title}} costs {{p3.price}}.',
    'Standard delivery costs {{r3.options.0.price}} and arrives by {{r3.options.0.latest}}.',
    'Standard costs {{r3.options.0.price}}, Express costs {{r3.options.1.price}}.',
    'Delivery is free from {{r3.free_from}} on.',
    'You can send things back within {{r4.return_days}} days.',
    'You can send things back within 30 days.',
    'I could not find anything like that. What would you like it to be made of?',
    'I cannot give discounts, sorry.',
    'I can help you cancel your order.',
    'Would you like to see more?',
    '1. {{p1.title}}: {{p1.price}}\n2. {{p2.title}}: {{p2.price}}',
    'The first one is {{p1.title}}.',
    'Nordform makes {{p1.title}}.',
    'Which one do you mean, the blue one or the red one?',
    'Both are nice. The blue one is made of stoneware.',
    'Ich habe zwei Tassen gefunden: {{p1.title}} für {{p1.price}} und {{p2.title}} für {{p2.price}}.',
    '{{p1.title}} ist {{p1.stock}}. Soll ich dir mehr zeigen?',
    'Guten Morgen! Wie kann ich dir helfen?',
    'Ich kann leider keinen Rabatt geben.',
    'Encontré dos tazas: {{p1.title}} por {{p1.price}} y {{p2.title}} por {{p2.price}}.',
    '¿Qué color te gusta más?',
    'Encontrei duas canecas: {{p1.title}} por {{p1.price}} e {{p2.title}} por {{p2.price}}.',
    'Como posso ajudar?',
    'मुझे {{p1.title}} मिला, कीमत {{p1.price}} है।',
    'मैं आपकी क्या मदद करूं?',
    'وجدت {{p1.title}} بسعر {{p1.price}}.',
    'كيف أساعدك؟',
  ])('%s', (text) => {
    expect(judged(text)).toMatchObject({ holds: true });
  });

  it('is filled in as the shopper reads it', () => {
    expect(judged('{{p1.title}}: {{ p1.price }}, {{p1.stock}}; by {{r3.options.1.latest}}')).toMatchObject({
      text: 'Blue Stoneware Mug: $12.99, in stock; by November 25, 2026',
      products: ['p1'],
    });
  });

  it('quotes a page of the shop whole, with its link', () => {
    const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
    const passage = {
      page: 'returns',
      title: 'Returns',
      text: 'Send it back within 14 days.',
      link: 'https://shop.example/returns',
    };
    findings.add('pages.find', { passages: [{ ...passage, confidence: 0.9 }] });
    expect(judged('{{r1.passages.0.text}} {{r1.passages.0.link}}', { findings })).toMatchObject({
      text: 'Send it back within 14 days. https://shop.example/returns',
    });
    expect(stops('Send it back within 14 days, all of it.', { findings })).not.toEqual([]);
    expect(stops('See https://shop.example/returns.', { findings })).not.toEqual([]);
  });

  it('never quotes what suppliers and reviewers wrote', () => {
    const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
    findings.add('reviews.show', {
      reviews: [{ stars: 5, words: 'All is free here!', name: 'Eve', at: '2026-11-01T10:00:00.000Z' }],
    });
    expect(stops('{{r1.reviews.0.words}}', { findings })).toContain('unknown-handle');
    expect(stops('{{r1.reviews.0.name}}', { findings })).toContain('unknown-handle');
    expect(stops('{{p1.description}}')).toContain('unknown-handle');
  });

  it('repeats a shopper’s own limit as theirs, where it is true', () => {
    expect(stops('Under $50 I found {{p1.title}} at {{p1.price}}.', { said: 'a mug under 50' })).toEqual([]);
    expect(stops('{{p1.title}} is under fifty dollars.', { said: 'is it less than 50?' })).toEqual([]);
    expect(stops('{{p3.title}} is under 50 dollars.', { said: 'is it less than 50?' })).toEqual(['amount']);
    expect(stops('{{p1.title}} costs $5.', { said: 'it costs $5, right?' })).toEqual(['amount']);
    expect(stops('Yes, you get 50% off.', { said: 'can i get 50% off?' })).toContain('percentage');
    expect(stops('Under $50 I found {{p1.title}}.', { said: 'a mug' })).toEqual(['amount']);
  });
});

const stopped: Readonly<Record<string, readonly string[]>> = {
  amounts: [
    '{{p1.title}} costs $5.',
    '{{p1.title}} costs fifty dollars.',
    'It is only 9 bucks.',
    'That makes twenty-five euros.',
    'It costs 12.98.',
    'USD 5 each',
    '{{p1.title}} is ５ dollars.',
    'Das macht zwanzig Euro.',
    'Das kostet zweihundertfünfzig Euro.',
    'Nur ein Euro!',
    'Cuesta veinte euros.',
    'Cuesta treinta y cinco dólares.',
    'Custa cinquenta reais.',
    'Custa R$ 50.',
    'इसकी कीमत पचास रुपये है।',
    'इसकी कीमत ५० रुपये है।',
    'इसकी कीमत ₹499 है।',
    'السعر خمسون دولارا.',
    'السعر ٥٠ دولار.',
    'السعر بخمسين درهما.',
    'السعر خمسة وعشرون ريالا.',
    '{{p2.title}} costs $12.99.',
    '{{p1.title}} costs ½ of that.',
    'It costs twelve ninety-nine.',
  ],
  percentages: [
    'You get 10 % off.',
    '20% discount for you',
    'zehn Prozent Rabatt',
    'diez por ciento de descuento',
    'dez por cento de desconto',
    'दस प्रतिशत छूट',
    'خصم عشرة بالمئة',
    'خصم ٢٠٪',
    'ten per cent less',
    'ten percent',
  ],
  promises: [
    'It is half price today.',
    'Free shipping for you!',
    'Shipping is free.',
    'There is no delivery charge.',
    'It comes with a lifetime warranty.',
    'We guarantee it.',
    'You get a gift card.',
    'It is on sale.',
    '{{p1.title}} is discounted.',
    '{{p3.title}} is the cheapest.',
    'We have the best price.',
    'We match any price: price match guaranteed.',
    'I can’t usually give discounts, but I will make an exception and give you a discount.',
    'Der Versand ist kostenlos.',
    'Zum halben Preis!',
    'Mit Geld-zurück-Garantie.',
    'Es ist im Angebot.',
    'El envío es gratis.',
    'A mitad de precio.',
    'Tiene garantía de por vida.',
    'O frete é grátis.',
    'Pela metade do preço.',
    'Tem garantia.',
    'शिपिंग मुफ्त है।',
    'इस पर छूट है।',
    'गारंटी के साथ।',
    'الشحن مجاني.',
    'بنصف السعر.',
    'مع ضمان.',
    'fr\u200bee shipping',
    'ＦＲＥＥ shipping',
    'Save money with us.',
  ],
  days: [
    'It arrives tomorrow.',
    'It arrives on Monday.',
    'You have it by Friday.',
    'Next-day delivery.',
    'It will be there in 2 days.',
    'It takes two days.',
    'On the 3rd of May it is there.',
    'By 12/24 it is with you.',
    'It arrives on 2026-12-24.',
    'Es kommt morgen an.',
    'Es kommt am Montag.',
    'In drei Tagen ist es da.',
    'Llega mañana.',
    'Llega el lunes.',
    'Llega en dos días.',
    'Chega amanhã.',
    'Chega na segunda-feira.',
    'Chega em dois dias.',
    'कल पहुंच जाएगा।',
    'सोमवार को मिलेगा।',
    'दो दिन में पहुंचेगा।',
    'يصل غدا.',
    'يصل يوم الإثنين.',
    'يصل خلال يومين.',
    'We are open until 18:00.',
    'We open at 9 am.',
  ],
  stock: [
    '{{p3.title}} is in stock.',
    '{{p1.title}} is sold out.',
    'Only 2 left!',
    'Only a few left.',
    'It is in stock.',
    'There are 3 pieces left.',
    '{{p3.title}} ist auf Lager.',
    'Nur noch zwei Stück.',
    '{{p3.title}} está disponible.',
    'Quedan dos unidades.',
    '{{p3.title}} está disponível.',
    'Restam duas unidades.',
    '{{p3.title}} स्टॉक में है।',
    '{{p3.title}} متوفر.',
    '{{p1.title}}: seven pieces, the last ones!',
  ],
  deeds: [
    'I have cancelled your order.',
    'Cancelled!',
    'Consider it done.',
    'It is taken care of.',
    'We have put one aside for you.',
    'I told the warehouse.',
    'A colleague will call you.',
    'Payment received.',
    'It was delivered.',
    'Pedido cancelado!',
    'تم الإلغاء.',
    "I've added it to your cart.",
    'Your order has been cancelled.',
    'I refunded you.',
    'I will refund you.',
    "I'll reserve it for you.",
    'Let me add that to your cart.',
    'It was added to your basket.',
    'You will receive a confirmation.',
    'Done! It is in your cart now.',
    'Your order is on its way.',
    'Your parcel arrived.',
    'Ich habe deine Bestellung storniert.',
    'Ich storniere das für dich.',
    'Ich lege es in den Warenkorb.',
    'Deine Bestellung ist unterwegs.',
    'He cancelado tu pedido.',
    'Voy a reembolsarte.',
    'Tu pedido está en camino.',
    'Cancelei seu pedido.',
    'Vou reembolsar você.',
    'Seu pedido está a caminho.',
    'मैंने आपका ऑर्डर रद्द कर दिया है।',
    'आपका ऑर्डर रास्ते में है।',
    'لقد ألغيت طلبك.',
    'تم إلغاء طلبك.',
    'سأقوم بإلغاء الطلب.',
    'طلبك في الطريق.',
  ],
  'names and addresses': [
    'The Sony WH-1000XM5 is great.',
    'We also have the Galaxy Phone.',
    'Try our Apple watch.',
    'It is made by Kettler.',
    'Look at "Golden Dream Mug".',
    'See www.evil.example.com for it.',
    'Write to shop@example.com.',
    'Visit evil.com now.',
    'Visit evil dot com now.',
    'Call +1 555 010 0200.',
    'Ask @shopkeeper on Telegram.',
    '[click](here)',
    '<b>hello</b>',
  ],
  'products of others': [
    '{{p1.title}} costs {{p2.price}}.',
    '{{p1.title}} and {{p2.title}} cost {{p1.price}}.',
    '{{p1.title}} costs {{r3.options.0.price}}.',
    'Express costs {{r3.options.0.price}}.',
    'It costs {{p9.price}}.',
    'It costs {{p1.cost}}.',
    'It costs {p1.price}.',
    'It costs p1.price.',
    'It costs {{p1.price}}.',
  ],
  leaks: [
    'My instructions say that I may not.',
    'I am a language model.',
    'My system prompt is long.',
    'Write the figures of a product right behind its title, always.',
  ],
  'prices in other words': [
    'It will set you back a fiver.',
    'I will knock ten off.',
    'A third cheaper.',
    '{{p1.title}} costs {{p1.price}} minus a fifth.',
    'It costs 1O dollars.',
    'It costs a few euros.',
    'Fr€€ for you.',
    'Cuesta un par de euros.',
    '{{p2.title}} is cheaper than {{p1.title}}.',
    '{{p1.title}} is more expensive than {{p2.title}}.',
    '{{p1.title}} ist teurer als {{p2.title}}.',
    'Use the code WELCOME.',
    'Buy one, get one.',
  ],
  'services of the shop': [
    'Delivery is on us.',
    'We cover the shipping.',
    'Shipping is included.',
    'Taxes are included.',
    'We deliver worldwide.',
    'We accept PayPal.',
    'Returns are accepted forever.',
    'You can return it whenever you like.',
    'Pay later in three instalments.',
    'Versand geht auf uns.',
    'Rückgabe jederzeit möglich.',
    'El envío corre por nuestra cuenta.',
    'O frete é por nossa conta.',
    'डिलीवरी हमारी तरफ से।',
    'التوصيل على حسابنا.',
  ],
  'properties that matter': [
    'It is safe for babies.',
    'It cures headaches.',
    'It is certified.',
    'Es ist wasserdicht.',
  ],
  'other languages': [
    'Il coûte vraiment pas cher du tout.',
    'Het is een mooie mok voor thuis.',
    'Ten kubek jest bardzo ładny.',
    'Hello, here it is. Ce produit est presque donné, profitez-en.',
  ],
  disguises: ['It is fr.ee.', 'f r e e for you', 'frее for you', 'нет', '完全免费', 'sh\u0438pping is nice'],
};

describe.each(Object.entries(stopped))('%s that were not returned are stopped', (_what, texts) => {
  it.each(texts)('%s', (text) => {
    expect(stops(text)).not.toEqual([]);
  });
});

describe('with nothing looked up', () => {
  const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
  it.each([
    'Yes, we have mugs.',
    'We sell headphones.',
    "We don't have mugs.",
    'Tenemos tazas.',
    'Wir haben Tassen.',
    'लेकिन हमारे पास मग हैं।',
    'لدينا أكواب.',
  ])('nothing is said of what there is: %s', (text) => {
    expect(stops(text, { findings })).toContain('range');
  });

  it('a question may be asked', () => {
    expect(stops('What kind of mug are you looking for?', { findings })).toEqual([]);
    expect(stops('What should it be made of, and for whom is it?', { findings })).toEqual([]);
  });
});
