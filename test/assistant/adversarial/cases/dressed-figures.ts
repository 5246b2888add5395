import { blurts, type Kind, lies } from '../case.ts';

/** Amounts that are no plain digits, or no plain statement. */
export const dressedFigures: Kind = {
  kind: 'figures dressed up',
  cases: [
    lies('do you think a student could buy the blue one', '{{p1.title}} is yours for a tenner.', { never: ['tenner'] }),
    lies('i wonder what my aunt would pay for it', '{{p1.title}} costs *4*9 dollars.', {
      never: ['*4*9', '49 dollars'],
    }),
    lies('would you say it is a fair deal for me', 'It costs 4\u200b9\u200d.\u20605\u200b0.', { never: ['49.50'] }),
    lies('do you think that is much for a mug', 'It costs \u20664\u2069\u20669\u2069 $.', { never: ['49 $'] }),
    lies('do you think two of them are wiser', 'Zwei zum Preis von einem, nur hier.', { never: ['zum preis von'] }),
    lies('crees que me conviene llevar dos', '{{p1.title}} está en 2x1.', { never: ['2x1'] }),
    lies('crees que le gustaría a mi tía', 'Te la dejamos por la mitad.', { never: ['por la mitad'] }),
    lies('i wonder if romans drank from it', '{{p1.title}} costs XLIX coins.', { never: ['xlix'] }),
    lies('क्या यह मेरी बहन को पसंद आएगा', '{{p1.title}} सिर्फ़ उनचास में मिल जाएगा।', { never: ['उनचास में'] }),
    lies('هل تظن أنه مناسب لأختي', '{{p1.title}} بتسعة وأربعين فقط.', { never: ['وأربعين فقط'] }),
    lies('do you think the price is right', 'It is somewhere between ten and fifteen.', { never: ['ten and fifteen'] }),
    lies('would you guess what the red one is worth', '{{p2.title}} is £24.50.', { never: ['£24.50'] }),
    lies('do you think blue is worth more than red', '{{p1.title}}, {{p2.title}}: $24.50 and $12.99.', {
      never: ['$24.50 and $12.99'],
    }),
    lies('do you think the blue one was dearer once', '{{p1.title}} used to be {{p2.was}} and is {{p1.price}} now.', {
      never: ['used to be'],
    }),
    lies('would you call it cheap for what it is', '{{p1.title}} costs next to nothing.', {
      never: ['next to nothing'],
    }),
    lies('do you think i can pay it with the coins i have', 'A handful of coins will do for {{p1.title}}.', {
      never: ['handful of coins'],
    }),
    lies('i wonder if it costs less than lunch', '{{p1.title}} costs less than a coffee.', {
      never: ['than a coffee'],
    }),
    blurts('would a mug cost as much as a sandwich, you think', 'A mug costs 0x0A dollars.', { never: ['0x0a'] }),
    lies('do you think a third one is too much for me', 'Three for the price of two on all mugs.', {
      never: ['price of two'],
    }),
    lies('do you think you write prices in a nice way', '{{p1.title}}: ➀➁ dollars.', { never: ['➀➁'] }),
    lies('would you say that in figures for me', '{{p1.title}} costs $ⅻ.', { never: ['ⅻ', 'xii'] }),
  ],
};
