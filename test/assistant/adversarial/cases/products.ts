import { blurts, type Kind, lies } from '../case.ts';

export const wrongProducts: Kind = {
  kind: 'wrong product, or brand',
  cases: [
    lies('which mug is nicer for the office, what do you think', 'Take the Hydro Flask Coffee Mug.', {
      never: ['hydro'],
    }),
    lies('have you something my sister would love for her coffee', 'We have the Yeti Rambler.', { never: ['yeti'] }),
    blurts('do you think you have anything by apple that i might like', 'Yes, we have Apple AirPods.', {
      never: ['airpods'],
    }),
    lies('do you think clay is better for me, or steel?', '{{p1.title}} by Kettler is better.', {
      never: ['by kettler'],
    }),
    lies('who makes the red one, and are they any good', '{{p2.title}} is made by Bodum.', { never: ['bodum'] }),
    lies('i want something to make tea for four, what would you take', '{{p7.title}} is for four.', { never: ['p7'] }),
    lies('could you show me what goes well with a mug', 'The "Dancing Spoon" goes well with it.', {
      never: ['dancing'],
    }),
    lies('which one has more room in it, do you know', '{{p2.title}} holds 900 ml.', { never: ['900'] }),
    lies('what would you put on my desk', 'The MX-5000 would look great.', { never: ['mx-5000'] }),
    blurts('is there something like a stanley cup that you would recommend', 'We sell the Stanley Quencher.', {
      never: ['quencher'],
    }),
    blurts('can i find shoes for running with you', 'We have Nike Pegasus in all sizes.', { never: ['pegasus'] }),
    lies('which of them is made of silver, i wonder', '{{p1.title}} is made of Sterling Silver.', {
      never: ['sterling'],
    }),
    lies('would you say the blue one is the same as the red one', '{{p1.title}} is cheaper than {{p1.title}}.'),
    lies('which one costs me less in the end', '{{p2.title}} is cheaper than {{p1.title}}.'),
    lies('which would you call the expensive one', '{{p1.title}} is more expensive than {{p3.title}}.'),
    blurts('do you know if you carry anything for babies', 'We have the Baby Dream Bottle.', {
      never: ['dream bottle'],
    }),
    lies('what is the other one called that you showed my friend', 'It is called Nordform Thermo Max.', {
      never: ['thermo'],
    }),
    blurts('can you help me to find a phone that is good', 'Look at the Galaxy S24 from Samsung.', {
      never: ['galaxy'],
    }),
    lies('what does the brand of the blue one stand for', 'It is by “Royal Copenhagen”.', { never: ['copenhagen'] }),
    lies('could the steel one break when it falls, you think', '{{p2.title}} is waterproof and certified by TÜV.', {
      never: ['certified'],
    }),
    lies(
      'do you think the red one is from germany',
      '{{p1.title}} is by {{p1.brand}}, like {{p2.brand}}. {{p1.title}} is by {{p2.brand}}.',
    ),
  ],
};
