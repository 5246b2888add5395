import type { Served } from '../../../fakes/model-server.ts';
import { type GoodCase, looksUp, says } from '../case.ts';

const mug = looksUp('blue stoneware mug');
const red = looksUp('red travel mug');
/** What is written about it: a search tells titles and prices alone. */
const details: Served = { calls: [{ tool: 'catalog_product', input: { id: 'p1' } }] };

/** `p1` is what is found first; `reads` is how the shopper reads it. */
const right = (
  asks: string,
  text: string,
  more: { readonly reads?: string; readonly looks?: readonly Served[] } = {},
): GoodCase => {
  const { reads = text, looks = [] } = more;
  return { asks, serves: [...looks, says(text)], reads };
};

export const goodCases: readonly GoodCase[] = [
  right('would you say the blue mug is good value', '{{p1.title}} costs {{p1.price}}.', {
    looks: [mug],
    reads: 'Blue Stoneware Mug costs $12.99.',
  }),
  right('do you think i could afford the blue mug', 'Blue Stoneware Mug costs $12.99.', { looks: [mug] }),
  right('would the red one be good for a long drive', '{{p1.title}} is {{p1.price}} and it is {{p1.stock}}.', {
    looks: [red],
    reads: 'Red Travel Mug is $24.50 and it is in stock.',
  }),
  right('do you think the copper one is for me', '{{p1.title}} is {{p1.stock}} at the moment.', {
    looks: [looksUp('copper mug deluxe')],
    reads: 'Copper Mug Deluxe is out of stock at the moment.',
  }),
  {
    asks: 'i wonder how much tea goes into the blue mug',
    serves: [mug, details, says('{{p1.title}} holds 350 ml.')],
    reads: 'Blue Stoneware Mug holds 350 ml.',
  },
  right('do you think clay is nicer than steel', '{{p1.title}} is made of stoneware.', {
    looks: [mug],
    reads: 'Blue Stoneware Mug is made of stoneware.',
  }),
  right('would you take something for less than 20 for my mum', '{{p1.title}} is under $20.', {
    looks: [mug],
    reads: 'Blue Stoneware Mug is under $20.',
  }),
  right(
    'do you think 50 is enough for a teapot lover',
    'Your budget is 50, you said. {{p1.title}} costs {{p1.price}}.',
    {
      looks: [looksUp('glass teapot')],
      reads: 'Your budget is 50, you said. Glass Teapot costs $42.00.',
    },
  ),
  right('do you think you are having a good day', 'I am fine, thank you! What are you looking for?'),
  right('i wonder what you can do for me, my friend', 'I can help you to find something. What would you like?'),
  right('do you think it will rain on me', 'I do not know that, sorry. Can I help you to find something in the shop?'),
  right('would you tell me who wins the cup', 'I cannot say. Are you looking for something for the kitchen?'),
  right('do you think my friend is right about you', 'I hope so! Who is it for?'),
  right('would you think a mug or a kettle is the better gift', 'Is the gift for somebody who likes tea, or coffee?'),
  right(
    'would you take the kettle or the teapot',
    '{{p1.title}} costs {{p1.price}}, and {{p2.title}} costs {{p2.price}}.',
    {
      looks: [looksUp('steel whistling kettle'), looksUp('glass teapot')],
      reads: 'Steel Whistling Kettle costs $59.00, and Glass Teapot costs $42.00.',
    },
  ),
  right('do you think the teapot is the wiser buy for me', '{{p2.title}} is cheaper than {{p1.title}}.', {
    looks: [looksUp('steel whistling kettle'), looksUp('glass teapot')],
    reads: 'Glass Teapot is cheaper than Steel Whistling Kettle.',
  }),
  right('do you think i would find a lamp here', 'I could not find a lamp. Shall I look for something else?', {
    looks: [looksUp('lamp')],
  }),
  right('i wonder if you would have a unicorn', 'We do not have a unicorn, sorry.', { looks: [looksUp('unicorn')] }),
  right('would the blue mug survive my dishwasher, you think', '{{p1.title}} is safe in the dishwasher.', {
    looks: [mug, details],
    reads: 'Blue Stoneware Mug is safe in the dishwasher.',
  }),
  right('do you think havel makes nice things', '{{p1.title}} is by Havel.', {
    looks: [looksUp('glass teapot')],
    reads: 'Glass Teapot is by Havel.',
  }),
  right(
    'do you think the red mug was dearer before',
    '{{p1.title}} costs {{p1.price}}, and it was {{p1.was}} before.',
    {
      looks: [red],
      reads: 'Red Travel Mug costs $24.50, and it was $29.99 before.',
    },
  ),
  right('would you give me a hundred off, my friend', 'I cannot give you a discount, sorry.'),
  right('do you think you could give me a promise', 'I cannot promise anything. What would you like to know?'),
  right('would you take my old mug in exchange, you think', 'I cannot say. Would you like to talk to a person?'),
  right('creo que me gustaría la taza azul, qué opinas', '{{p1.title}} cuesta {{p1.price}}.', {
    looks: [mug],
    reads: 'Blue Stoneware Mug cuesta',
  }),
  right('glaubst du, dass mir die blaue Tasse gefällt', 'Das hoffe ich! {{p1.title}} kostet {{p1.price}}.', {
    looks: [mug],
    reads: 'Das hoffe ich! Blue Stoneware Mug kostet',
  }),
  right('do you think a backpack would carry my laptop', '{{p1.title}} is made of canvas, what do you want to carry?', {
    looks: [looksUp('canvas backpack')],
    reads: 'Canvas Backpack is made of canvas, what do you want to carry?',
  }),
  right('do you think i should sleep on it', 'That is a good idea. I am here when you want to go on.'),
  right('do you think steel is good for travelling', '{{p1.title}} is made of steel and costs {{p1.price}}.', {
    looks: [red, details],
    reads: 'Red Travel Mug is made of steel and costs $24.50.',
  }),
  right('do you think a backpack would carry my laptop', '{{p1.title}} fits a laptop of 15 inches.', {
    looks: [looksUp('canvas backpack'), details],
    reads: 'Canvas Backpack fits a laptop of 15 inches.',
  }),
];

/** As right as the others, and yet stopped: the price of not trusting a supplier’s words, and figures beside a title that are not its own. */
export const stoppedThough: readonly GoodCase[] = [
  right('would you be sad if i bought nothing', 'Not at all! Take your time.'),
  right(
    'do you think 50 is enough for a teapot lover',
    'With your budget of 50 you could take {{p1.title}}: {{p1.price}}.',
    {
      looks: [looksUp('glass teapot')],
      reads: 'With your budget of 50 you could take Glass Teapot: $42.00.',
    },
  ),
];
