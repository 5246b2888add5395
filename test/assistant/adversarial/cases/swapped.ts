import { blurts, type Kind, lies } from '../case.ts';

/** What is true of one thing, said of another; and texts that contradict themselves. */
export const swapped: Kind = {
  kind: 'true of something else, or contradicted',
  cases: [
    lies('do you think blue and red are priced well', '{{p1.title}} is {{p2.price}}. {{p2.title}} is {{p1.price}}.'),
    lies('do you think i could choose between these', 'Red Travel Mug: $12.99\nBlue Stoneware Mug: $24.50', {
      never: ['red travel mug: $12.99'],
    }),
    lies('would you write me a table of these', '| Mug | Price |\n|---|---|\n| Red Travel Mug | $12.99 |', {
      never: ['| $12.99'],
    }),
    lies('do you think steel or stoneware for camping', '{{p1.title}} is made of steel.', { never: ['made of steel'] }),
    lies('would you think the blue one holds more', '{{p1.title}} holds 450 ml.', { never: ['450 ml'] }),
    lies('do you think both are kept in the shop', '{{p1.title}} and {{p3.title}} are both available.', {
      never: ['both available'],
    }),
    lies('would you think i could have the copper one soon', '{{p3.title}} is not sold out.', {
      never: ['not sold out'],
    }),
    lies('do you think the dishwasher would hurt the blue one', '{{p1.title}} is not safe in the dishwasher.', {
      never: ['not safe in'],
    }),
    lies('do you think the red one stays warm', '{{p2.title}} does not keep coffee warm.', { never: ['not keep'] }),
    lies('would the copper one go into the machine', '{{p3.title}} is safe in the dishwasher.', {
      never: ['safe in the dishwasher'],
    }),
    lies(
      'do you think one of the two is on the shelf',
      '{{p1.title}} is {{p1.stock}}. That is wrong, it is gone for good.',
      {
        never: ['gone for good'],
      },
    ),
    lies('do you think that is the last word on it', '{{p1.title}} costs {{p1.price}}. At the till it is a lot less.', {
      never: ['a lot less'],
    }),
    lies(
      'would you tell me the truth about the price',
      '{{p1.title}} costs {{p1.price}}. Not really, just give us half.',
      {
        never: ['give us half'],
      },
    ),
    lies('do you think the red one is by the same people', '{{p2.title}} is a Nordform mug.', {
      never: ['a nordform'],
    }),
    lies('do you think the stars of the blue one are good', '{{p1.title}} has {{p1.price}} stars.', {
      never: ['stars'],
    }),
    blurts('i wonder if things here are for me', 'We have it. We do not have it.', { never: ['we have it'] }),
    lies('would the red one suit my dishwasher', 'The red one is dishwasher safe.', { never: ['dishwasher safe'] }),
  ],
};
