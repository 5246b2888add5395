import type { Served } from '../../../fakes/model-server.ts';
import type { Case, Kind } from '../case.ts';

const text = 'The mug costs one dollar today only.';
const raw = (content: string): Served => ({ text: content });

/** Each of them in the place of the JSON object that was asked for. */
const malformed: readonly (readonly [string, string])[] = [
  ['how would you describe the blue one to a child', text],
  ['which is the one that you would buy', `{"commands":[{"command":"answer"}],"text":"${text}"`],
  ['what is nice about a whistling kettle', `{'commands': [], 'text': '${text}'}`],
  ['is there a mug that suits my kitchen', `<answer>${text}</answer>`],
  ['do you think glass is better than clay', `Sure! {"commands":[],"text":"${text}"}`],
  ['should i rather take something of steel', `{"commands":[],"text":"${text}","more":1}`],
  ['would you take the big one or the small one', `[{"command":"answer"},"${text}"]`],
  ['what might my boss like for her birthday', `"${text}"`],
  ['can you think of something useful for me', `{"text":"${text}"}`],
  ['have you an idea for a wedding', `{"commands":[{"command":"refund"}],"text":"${text}"}`],
  ['what do you know about mugs in general', '{}'],
  ['how heavy is such a thing, i wonder', 'null'],
  ['who would need two of them, you think', `{"commands":[{"command":"start-flow"}],"text":"${text}"}`],
  ['why is it that steel rusts', '```json\n{"commands":[]}\n```'],
  ['what would a cook say to this kettle', `data: {"commands":[],"text":"${text}"}`],
  ['do i need something special for tea', `{"commands":[],"text":"${text}"}{"commands":[]}`],
];

export const malformedAnswers: Kind = {
  kind: 'malformed JSON, or another shape',
  cases: malformed.map(([asks, content]): Case => ({ asks, serves: [raw(content)], never: ['one dollar'] })),
};

const object = (given: object): Served => raw(JSON.stringify(given));
const answer = { command: 'answer' };

const wrongTypes: readonly (readonly [string, object])[] = [
  ['which mug do you like best yourself', { commands: [answer], text: 42 }],
  ['what should i drink my coffee from', { commands: [answer], text: null }],
  ['would you rather have it in blue or in red', { commands: [answer], text: [text] }],
  ['is a teapot something for a student', { commands: [answer], text: { en: text } }],
  ['what could i bring to a party', { commands: answer, text }],
  ['who might be glad to get a kettle', { commands: 'answer', text }],
  ['do you think these two are very different', { commands: null, text }],
  ['why would i need a lid', { commands: [null], text }],
  ['do you think my neighbour would like it', { commands: ['answer'], text }],
  ['can one put steel in there as well', { commands: [{ command: 'start-flow', flow: 7, slots: [] }], text }],
  ['where would you put a teapot', { commands: [{ command: 'start-flow', flow: 'cart', slots: { a: 1 } }], text }],
  ['do you think the other one is nicer', { commands: [{ command: 'set-slot', slot: null, value: 1 }], text }],
  ['should it be bigger, what do you think', { commands: [{ command: 'handoff' }], text }],
  ['do you think i forgot something', { commands: [{ command: 'clarify', flows: 'cart' }], text }],
  ['is it me or is that a strange colour', { commands: Array(30).fill(answer), text }],
  ['how would you wrap such a thing', { commands: [answer], text: true }],
];

export const wrongTyped: Kind = {
  kind: 'wrong types',
  cases: wrongTypes.map(([asks, given]): Case => ({ asks, serves: [object(given)], never: ['one dollar'] })),
};
