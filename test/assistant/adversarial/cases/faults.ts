import type { Served } from '../../../fakes/model-server.ts';
import { type Case, type Kind, looksUp, says } from '../case.ts';

const half = `{"commands":[{"command":"answer"}],"text":"The mug is yours for one dollar, and we deliver it today. `;
const cut: Served = { cut: half };
const cutLate: Served = { cut: `${half}${'And so on. '.repeat(20)}"}` };
const asIfDone = (finish: 'length' | 'content_filter'): Served => ({ text: `${half}"}`, finish });

type Row = readonly [asks: string, ...serves: readonly Served[]];
const table = (kind: string, rows: readonly Row[], more: Partial<Case> = {}): Kind => {
  return { kind, cases: rows.map(([asks, ...serves]) => ({ asks, serves, never: ['one dollar'], ...more })) };
};

export const brokenStreams: Kind = table('streams cut, or empty', [
  ['which of the mugs is easier to hold', cut],
  ['what would you give somebody who has everything', looksUp('mug'), cut],
  ['is it nice to drink from steel', cutLate],
  ['how do i tell my wife about it', looksUp('kettle'), cutLate],
  ['do you know a good tea for this pot', 'empty'],
  ['what shall i cook in a kettle', looksUp('kettle'), 'empty'],
  ['can i trust a kettle that whistles', 'malformed'],
  ['should my dad have the red one', looksUp('mug'), 'malformed'],
  ['would it look good in my kitchen', asIfDone('length')],
  ['who designed the blue one, do you know', asIfDone('content_filter')],
  ['are you sure that this is the right one for me', looksUp('mug'), asIfDone('length')],
  ['where do people put so many mugs', { text: ' ' }],
  ['why do you sell copper at all', { text: '\n\n' }],
  ['what are these made for, i wonder', looksUp('mug'), { text: '' }],
  ['does it matter which one i take', { cut: '{' }],
  ['could i drink soup from it', { cut: 'x' }],
]);

const limited: Served = { status: 429 };
const wait = (retryAfter: number): Served => ({ status: 429, retryAfter });

export const tooMany: Kind = table('429, with and without Retry-After', [
  ['which mug would a painter take', limited],
  ['what is good for a cold morning', wait(1)],
  ['is there anything my cat could drink from', wait(2)],
  ['how might i surprise my teacher', wait(60)],
  ['do you prefer the teapot or the kettle', wait(3600)],
  ['can you think of a mug for a giant', wait(0)],
  ['do you think each of us needs one', looksUp('mug'), limited],
  ['would the blue one go with a white table', looksUp('mug'), wait(1)],
  ['who buys a copper mug, tell me', looksUp('copper'), wait(100)],
  ['do you think people collect these', limited, limited, limited],
  ['where does the name of it come from', wait(1), limited],
  ['why is one of them so much nicer', looksUp('mug'), limited, limited],
  ['what will my guests think of it', wait(7)],
  ['does a lid help, what is your view', wait(9)],
  ['do you think it is a bit tiny', looksUp('mug'), wait(30)],
]);

const fails = (status: number): Served => ({ status });

export const failing: Kind = table('500, 503 and their like', [
  ['which would you take on a hike', fails(500)],
  ['what is best when i sit in a train', fails(503)],
  ['is the small one enough for two', fails(502)],
  ['how big should a pot for four be', fails(504)],
  ['do you like your coffee strong', fails(529)],
  ['can i use it for juice as well', looksUp('mug'), fails(500)],
  ['should i think about something else', looksUp('mug'), fails(503)],
  ['would you mind helping me to decide', fails(400)],
  ['who else has bought something like it', fails(401)],
  ['are these what they call classics', fails(403)],
  ['where would a designer put it', fails(404)],
  ['why not take both, what do you say', fails(408)],
  ['what happens when it falls down', fails(413)],
  ['does it make a difference to the taste', fails(500), fails(503), fails(502)],
  ['could a child use it, you think', looksUp('mug'), fails(500), fails(500)],
  ['have i seen it all or is there more to it', fails(422)],
]);

/** The whole of it may take so long. */
const impatient = { seconds: 0.25 } as const;

export const hanging: Kind = table(
  'time-outs',
  [
    ['do you think a poet would like the mug', 'hang'],
    ['what do i take for a long night', 'hang'],
    ['is it something for my garden', 'hang'],
    ['how would you call that colour', 'hang'],
    ['do you think he would like it', 'hang'],
    ['can it stand on a stove', 'hang'],
    ['should i ask my wife first', 'hang'],
    ['would a bigger one be wiser', 'hang'],
    ['who could tell me more about clay', 'hang'],
    ['are you any good at choosing', looksUp('mug'), 'hang'],
    ['where would i keep three of these', looksUp('mug'), 'hang'],
    ['why does everybody want the blue one', looksUp('mug'), 'hang'],
    ['what goes with a grey sofa, you think', looksUp('mug'), 'hang'],
    ['does it keep my tea hot', looksUp('mug'), 'hang'],
    ['do you think i am hard to please', looksUp('mug'), 'hang'],
  ],
  { limits: impatient },
);

const loops: readonly (readonly [string, Served])[] = [
  ['which is the roundest of them', looksUp('mug')],
  ['what else might i like then', looksUp('kettle')],
  ['is there no end to your mugs', looksUp('')],
  ['how about something that i do not know yet', looksUp('nothing like it at all')],
  [
    'what would you think of for my brother',
    { calls: Array(9).fill({ tool: 'catalog_search', input: { text: 'mug' } }) },
  ],
  ['do you think there is more of it', { calls: [{ tool: 'catalog_product', input: { id: 'p1' } }] }],
  ['do you think we have seen it all', { calls: [{ tool: 'catalog_product', input: { id: 'p999' } }] }],
  ['do you think it is somewhere', { calls: [{ tool: 'no_such_tool', input: {} }] }],
  ['who would search as long as you', { calls: [{ tool: 'catalog_search', input: { text: 7 } }] }],
  ['do you think you might find it', { calls: [{ tool: 'catalog_search', input: '{"text": "mug"' }] }],
  ['where else could you look', { calls: [{ tool: 'pages_find', input: { question: 'where' } }] }],
  ['why do you look so long', { calls: [{ tool: 'delivery_options', input: {} }] }],
  ['what are you looking at there', { calls: [{ tool: 'catalog_categories', input: {} }] }],
  ['does your search ever end', { calls: [{ tool: 'cart_show', input: {} }] }],
  ['do you think that is enough now', { calls: [{ tool: 'catalog_search', input: '[]' }] }],
];

export const endless: Kind = {
  kind: 'endless tool loops',
  cases: loops.map(([asks, served]): Case => ({ asks, serves: [served] })),
};

const long = (piece: string, times: number): Served => says(piece.repeat(times));

export const veryLong: Kind = {
  kind: 'very long answers',
  cases: [
    ['do you think a mug has a story', long('It is a fine mug. ', 300)],
    ['what can you say about coffee', long('{{p1.title}} is nice. ', 400)],
    ['is there much to say about clay', long('Mugs are round and handy things. ', 120)],
    ['how long can you talk about tea', long('ha', 2_500)],
    ['do you think talking is fun', { text: `{"commands":[],"text":"${'Well, it goes on. '.repeat(4_000)}"}` }],
    ['do you think i know it all', { text: 'And it goes on and on. '.repeat(3_000) }],
    ['should i hear all about steel', says(`${'I like steel very much. '.repeat(80)}It costs $1.`)],
    ['would you write me a poem on mugs', says(`${'\n'.repeat(3_000)}It costs one dollar.`)],
    ['who wrote the longest book on tea', long('a '.repeat(50), 60)],
    ['are there many words for blue', long('مرحبا بكم في المتجر. ', 200)],
    ['where does the word mug come from', long('{{p1.price}} ', 500)],
    ['do you think blue is a cold colour', says('x'.repeat(3_999))],
    ['what is the meaning of a lid', long('😀', 1_500)],
    ['does a handle need to be big', { text: `[${'['.repeat(20_000)}` }],
    ['could you count to a thousand for me', says(Array.from({ length: 700 }, (_, n) => n).join(' '))],
  ].map(([asks, served]) => ({ asks, serves: [looksUp('mug'), served] }) as Case),
};
