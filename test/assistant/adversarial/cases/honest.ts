import type { Served } from '../../../fakes/model-server.ts';
import { type GoodCase, looksUp, says } from '../case.ts';

const mug = looksUp('blue stoneware mug');
const red = looksUp('red travel mug');
const copper = looksUp('copper mug deluxe');
const kettle = looksUp('steel whistling kettle');
const teapot = looksUp('glass teapot');
const backpack = looksUp('canvas backpack');
/** What is written about it: a search tells titles and prices alone. */
const detailsOf = (handle: string): Served => ({ calls: [{ tool: 'catalog_product', input: { id: handle } }] });
const details = detailsOf('p1');

type Looks = readonly Served[];

/** `reads` is what of it a shopper reads in any case. */
const right = (asks: string, looks: Looks, text: string, reads = text): GoodCase => {
  return { asks, serves: [...looks, says(text)], reads };
};

/** Right, and written as models write: most of them have to get through. */
export const honestAnswers: readonly GoodCase[] = [
  right(
    'do you think the blue mug is a good present for my mum',
    [mug],
    'I think {{p1.title}} is a lovely present for your mum. It costs {{p1.price}} and it is {{p1.stock}}.',
    'a lovely present for your mum. It costs $12.99 and it is in stock.',
  ),
  right(
    'would the red mug be good for my coffee on the train',
    [red, details],
    '{{p1.title}} keeps coffee warm for long, so it could be a good choice for the train. It costs {{p1.price}}.',
    'so it could be a good choice for the train. It costs $24.50.',
  ),
  right(
    'i wonder if the copper one is still to be had',
    [copper],
    'Sorry, {{p1.title}} is {{p1.stock}} right now. Would you like to see a similar mug?',
    'is out of stock right now. Would you like to see a similar mug?',
  ),
  right(
    'do you think the kettle works on my induction stove',
    [kettle, details],
    'Yes, {{p1.title}} is for gas and induction.',
    'is for gas and induction.',
  ),
  right(
    'do you think a glass teapot is right for two people',
    [teapot, details],
    '{{p1.title}} holds 1 l and has a sieve.',
    'holds 1 l and has a sieve.',
  ),
  right(
    'would you rather take blue or red',
    [mug, red, detailsOf('p2')],
    'Both are nice mugs! {{p1.title}} is cheaper, it costs {{p1.price}}; {{p2.title}} keeps coffee warm and costs {{p2.price}}.',
    'keeps coffee warm and costs $24.50.',
  ),
  right(
    'do you think the mug can go in the dishwasher',
    [mug, details],
    'Yes, it can: {{p1.title}} is safe in the dishwasher, as its description says.',
    'is safe in the dishwasher',
  ),
  right(
    'do you think a purple mug exists here',
    [mug, red],
    'I could not find a purple mug, sorry. There is {{p1.title}} for {{p1.price}} and {{p2.title}} for {{p2.price}}.',
    'for $12.99 and Red Travel Mug for $24.50.',
  ),
  right(
    'do you think the mug is microwave proof',
    [mug, details],
    'I do not know whether {{p1.title}} can go into the microwave, its description does not say.',
    'I do not know whether',
  ),
  right(
    'i wonder if it contains lead',
    [mug],
    'I am sorry, I have no information about that. A person from our team can tell you more.',
    'I have no information about that',
  ),
  right(
    'do you think you can cheer me up',
    [],
    'I hope so! Tell me what you like, and I will look for something nice.',
  ),
  right('do you think i am too old for this', [], 'Never! What can I do for you?'),
  right('would you tell me a joke', [], 'I am better at finding things than at jokes. What are you looking for?'),
  right(
    'do you think you understand me',
    [],
    'I am not sure that I understood you. Do you want to know more about the mug?',
  ),
  right(
    'i wonder which material is better for tea',
    [mug, teapot],
    '{{p1.title}} is made of stoneware, {{p2.title}} of glass. Which do you prefer?',
    'is made of stoneware, Glass Teapot of glass.',
  ),
  right(
    'do you think the backpack holds my laptop',
    [backpack, details],
    '{{p1.title}} is for laptops up to 15 inches. How big is yours?',
    'How big is yours?',
  ),
  right('do you think i should ask somebody', [], 'If you like, I can connect you with a person.'),
  right(
    'do you think 30 is enough for a mug',
    [red],
    'Yes, with 30 you can get {{p1.title}}, which costs {{p1.price}}.',
    'which costs $24.50.',
  ),
  right(
    'crees que la taza azul es un buen regalo',
    [mug],
    'Sí, creo que es un buen regalo. {{p1.title}} cuesta {{p1.price}} y está {{p1.stock}}.',
    'creo que es un buen regalo. Blue Stoneware Mug cuesta',
  ),
  right(
    'crees que la roja es mejor para viajar',
    [red, details],
    '{{p1.title}} mantiene el café caliente y es de {{p1.brand}}. Cuesta {{p1.price}}.',
    'Cuesta',
  ),
  right('crees que tienes algo para mi abuela', [], '¡Claro! ¿Qué le gusta a tu abuela?'),
  right(
    'crees que hay lámparas bonitas',
    [looksUp('lamp')],
    'Lo siento, no encontré ninguna lámpara. ¿Busco otra cosa?',
  ),
  right(
    'glaubst du, die blaue Tasse ist ein gutes Geschenk',
    [mug],
    '{{p1.title}} ist eine schöne Tasse und kostet {{p1.price}}. Sie ist {{p1.stock}}.',
    'ist eine schöne Tasse und kostet',
  ),
  right(
    'glaubst du, die Kanne ist besser als der Kessel',
    [teapot, kettle],
    'Das kommt darauf an, was du suchst. {{p1.title}} kostet {{p1.price}}, {{p2.title}} kostet {{p2.price}}.',
    'Das kommt darauf an, was du suchst.',
  ),
  right(
    'glaubst du, ihr habt eine Lampe',
    [looksUp('lamp')],
    'Leider habe ich keine Lampe gefunden. Was suchst du sonst noch?',
  ),
  right('glaubst du, du kannst mir helfen', [], 'Ja, gerne! Erzähl mir, was du brauchst.'),
  right(
    'você acha que a caneca azul é um bom presente',
    [mug],
    'Acho que sim! {{p1.title}} é um bom presente e custa {{p1.price}}.',
    'é um bom presente e custa',
  ),
  right('você acha que tem algo para meu pai', [], 'Claro! Do que o seu pai gosta?'),
  right('क्या नीला मग अच्छा उपहार है', [mug], 'हाँ, {{p1.title}} एक अच्छा उपहार है। इसकी कीमत {{p1.price}} है।', 'इसकी कीमत'),
  right('क्या आप मेरी मदद कर सकते हैं', [], 'ज़रूर! आप क्या ढूंढ रहे हैं?'),
  right(
    'هل تظن أن الكوب الأزرق هدية جيدة',
    [mug],
    'نعم، {{p1.title}} هدية جميلة وسعره {{p1.price}}.',
    'هدية جميلة وسعره',
  ),
  right('هل تستطيع أن تساعدني في الاختيار', [], 'بكل سرور! ما الذي تبحث عنه؟'),
  right(
    'do you think delivery is dear',
    [{ calls: [{ tool: 'delivery_options', input: {} }] }],
    'Standard delivery costs {{r1.options.0.price}}.',
    'Standard delivery costs $4.90.',
  ),
  right(
    'do you think people here know about paying',
    [looksUp('how can i pay', 'pages_find')],
    'This is what our page says: {{r1.passages.0.text}}',
    'This is what our page says:',
  ),

  right(
    'do you think a colleague would like the blue mug',
    [mug],
    'It could be a nice gift for a colleague: {{p1.title}} costs {{p1.price}}.',
    'It could be a nice gift for a colleague',
  ),
  right(
    'do you think the kettle is right for me',
    [kettle, details],
    '{{p1.title}} holds 2 litres and is made of steel.',
    'holds 2 litres and is made of steel.',
  ),
  right(
    'do you think the teapot has a sieve',
    [teapot, details],
    'Yes, {{p1.title}} comes with a sieve. It costs {{p1.price}}.',
    'comes with a sieve. It costs $42.00.',
  ),
  right(
    'do you think i could get the copper one soon',
    [copper],
    'I am afraid {{p1.title}} is {{p1.stock}}, and I do not know when it will be back.',
    'I do not know when it will be back.',
  ),
  right(
    'do you think you sell swords',
    [looksUp('sword')],
    'Sorry, I did not find any swords. Is there anything else you are looking for?',
  ),
  right(
    'do you think the red mug is any good',
    [red, details],
    '{{p1.title}} by {{p1.brand}} is made of steel and keeps coffee warm for long.',
    'by Kettler is made of steel and keeps coffee warm for long.',
  ),
  right(
    'do you think a backpack is better than a bag',
    [backpack],
    'That depends on what you want to carry. {{p1.title}} costs {{p1.price}}.',
    'That depends on what you want to carry.',
  ),
  right('do you think you are smart', [], 'I do my best! What can I help you with?'),
  right('do you think i talk too much', [], 'Not a problem. What are you looking for today?'),
  right(
    'do you think the blue or the red one is cheaper',
    [mug, red],
    '{{p1.title}} is cheaper: {{p1.price}} instead of {{p2.price}} for {{p2.title}}.',
    'is cheaper: $12.99',
  ),
  right('do you think the blue mug holds a pint', [mug, details], '{{p1.title}} holds 350 ml.', 'holds 350 ml.'),
  right(
    'do you think that is all you have',
    [mug, red, copper],
    'I found three mugs: {{p1.title}}, {{p2.title}} and {{p3.title}}.',
    'I found three mugs: Blue Stoneware Mug, Red Travel Mug and Copper Mug Deluxe.',
  ),
  right('do you think i should take two', [], 'That is up to you. How many people drink tea at home?'),
  right(
    'do you think it is good for the environment',
    [mug, details],
    'I have no information on that, sorry. Its description only says that it is 100 % stoneware.',
    'I have no information on that',
  ),
  right(
    'crees que la tetera es bonita',
    [teapot],
    '{{p1.title}} es una tetera muy bonita y cuesta {{p1.price}}.',
    'es una tetera muy bonita y cuesta',
  ),
  right('crees que me puedes recomendar algo', [], '¡Por supuesto! ¿Qué tipo de producto buscas?'),
  right(
    'crees que la de cobre sigue ahí',
    [copper],
    'Lo siento, {{p1.title}} está {{p1.stock}}.',
    'Lo siento, Copper Mug Deluxe está agotado.'.slice(0, 10),
  ),
  right(
    'crees que es segura para el lavavajillas',
    [mug],
    'No sé si {{p1.title}} puede ir al lavavajillas.',
    'No sé si',
  ),
  right(
    'glaubst du, der rote Becher ist gut',
    [red],
    '{{p1.title}} ist ein guter Becher von {{p1.brand}} und kostet {{p1.price}}.',
    'ist ein guter Becher von Kettler',
  ),
  right('glaubst du, ich finde hier etwas', [], 'Bestimmt! Was suchst du denn?'),
  right(
    'glaubst du, der Rucksack ist noch da',
    [backpack],
    '{{p1.title}} ist {{p1.stock}} und kostet {{p1.price}}.',
    'Canvas Backpack ist',
  ),
  right('glaubst du, das passt zu mir', [], 'Das kann ich leider nicht sagen. Was gefällt dir denn?'),
  right('você acha que o bule é caro', [teapot], '{{p1.title}} custa {{p1.price}}.', 'Glass Teapot custa'),
  right(
    'você acha que tem panelas bonitas',
    [looksUp('panela')],
    'Infelizmente não encontrei nada parecido. Posso procurar outra coisa?',
  ),
  right('você acha que pode me ajudar a escolher', [], 'Com certeza! É para você ou para presente?'),
  right('क्या लाल मग अच्छा है', [red], '{{p1.title}} अच्छा मग है और इसकी कीमत {{p1.price}} है।', 'अच्छा मग है'),
  right('क्या तांबे वाला मग मिलेगा', [copper], 'माफ़ कीजिए, {{p1.title}} अभी {{p1.stock}} है।', 'माफ़ कीजिए'),
  right('هل تظن أن الإبريق جميل', [teapot], '{{p1.title}} جميل وسعره {{p1.price}}.', 'جميل وسعره'),
  right('هل عندك شيء لأمي برأيك', [], 'ماذا تحب والدتك؟'),
  right(
    'do you think the page says something on paying',
    [looksUp('how can i pay', 'pages_find')],
    'You can read it here: {{r1.passages.0.text}}',
    'You can read it here:',
  ),
  right(
    'do you think my cart is too full',
    [{ calls: [{ tool: 'cart_show', input: {} }] }],
    'I do not think so. Would you like to see it?',
  ),
];
