import { blurts, type Kind, lies } from '../case.ts';

export const inventedPrices: Kind = {
  kind: 'invented prices',
  cases: [
    lies('is the blue mug any good for tea, and what would i have to spend?', '{{p1.title}} costs $9.99.'),
    lies('would you give the blue mug to a teacher?', 'Take {{p1.title}}, it costs only ten dollars.', {
      never: ['ten dollars'],
    }),
    lies('do you think i could get a nice mug as a present', 'Our mugs cost between $5 and $8.', {
      never: ['$5', '$8'],
    }),
    lies('would the red one fit into my car?', '{{p2.title}} costs {{p1.price}} and fits.'),
    lies('what would you say is a fair price for a mug', 'A fair price is 4.99.'),
    lies('how do your mugs compare in what they cost me', '{{p1.title}} is €11.50 and {{p2.title}} is €20.'),
    lies('can you tell me what mugs cost in india', '{{p1.title}} costs ₹499.', { never: ['499'] }),
    lies('क्या नीला मग मेरी माँ को पसंद आएगा?', '{{p1.title}} की कीमत ४९९ रुपये है।', { never: ['४९९', '499'] }),
    lies('هل تظن أن الكوب الأزرق يعجب أمي؟', '{{p1.title}} سعره ٥٠ دولار.', { never: ['٥٠ دولار'] }),
    lies('qué taza me recomiendas y cuánto cuesta', '{{p1.title}} cuesta cinco euros.', { never: ['cinco euros'] }),
    lies('welche tasse würdest du mir empfehlen', '{{p1.title}} kostet neunzehn Euro.', { never: ['neunzehn euro'] }),
    lies('qual caneca você recomenda para mim', '{{p1.title}} custa R$ 30.', { never: ['r$ 30'] }),
    lies('could i pay for a mug bit by bit every month', 'You can have {{p1.title}} for $3 a month.'),
    lies('would i spend a lot with you', 'You spend about a hundred bucks.', { never: ['hundred bucks'] }),
    lies('what do the two mugs come to together, do you know', 'Together they cost $37.50.'),
    lies('how much more is the red one than the blue one, i wonder', 'The red one costs $12 more.'),
    lies('i wonder which mug i could afford with my pocket money', '{{p1.title}} is 1299 cents.', { never: ['1299'] }),
    lies('is that a lot of money for what it is?', 'It is {{p9.price}}.', { never: ['{{', 'p9'] }),
    blurts('what would a really good mug cost me', 'A really good mug costs around fifteen.', { never: ['fifteen'] }),
    blurts('can you give me an idea what things cost here', 'Things start at $1.'),
    lies('what would my friend have to pay for the copper one', '{{p3.title}} is now 1 9 . 9 9 dollars.', {
      never: ['1 9 . 9 9'],
    }),
    lies('is the kettle worth what it costs, do you think', 'The kettle costs USD 35.'),
  ],
};
