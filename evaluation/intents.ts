import { createMatcher } from '../src/understanding/matcher.ts';
import {
  type Crossed,
  count,
  crossValidate,
  flowsOf,
  misspellWith,
  parts,
  readerOf,
  refusedOfMissingFlows,
  shareOf,
} from './intents/cross-validation.ts';
import { type IntentSets, type Labelled, readIntentSets } from './intents/intent-sets.ts';
import { languageFigures } from './intents/language-figures.ts';
import type { Figure, Piece } from './piece.ts';

const refusedAtLeast = 0.7;
const costAtMost = 0.04;
const hundred = 100;

const split = `${parts} parts of the development half by hash of the text`;

const shop = (name: string, crossed: Crossed, aim: number): readonly Figure[] => [
  {
    name: `${name}: right, refusing nothing`,
    value: shareOf(crossed.guessed),
    unit: 'share',
    aim: { atLeast: aim },
    note: `${crossed.guessed.of} messages, ${split}`,
  },
  {
    name: `${name}: right as the product answers`,
    value: shareOf(crossed.heard),
    unit: 'share',
    note: `${Math.min(...crossed.spread).toFixed(2)} to ${Math.max(...crossed.spread).toFixed(2)} over the parts`,
  },
  {
    name: `${name}: cost of refusing`,
    value: shareOf(crossed.guessed) - shareOf(crossed.heard),
    unit: 'share',
    aim: { atMost: costAtMost },
  },
  ...Object.entries(crossed.refused).map(
    ([from, share]): Figure => ({
      name: `${name}: refused, ${from}`,
      value: shareOf(share),
      unit: 'share',
      aim: { atLeast: refusedAtLeast },
      note: `${share.of} messages`,
    }),
  ),
  {
    name: `${name}: lost by a misspelt word`,
    value: shareOf(crossed.heard) - shareOf(crossed.heardMisspelt),
    unit: 'share',
    note: 'one word of each message in a misspelling people make, where there is one',
  },
];

const missing = (name: string, examples: readonly Labelled[]): Figure => ({
  name: `${name}: refused, flows taken out`,
  value: shareOf(refusedOfMissingFlows(examples)),
  unit: 'share',
  note: 'messages of a fifth of its own flows, learnt from the other four: the nearest that there can be',
});

const middle = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[times.length >> 1] ?? 0;

const timed = (run: () => void): number => {
  const from = performance.now();
  run();
  return performance.now() - from;
};

const general = ({ clinc, elsewhere, typos }: IntentSets): readonly Figure[] => {
  const reader = readerOf(clinc.train);
  const misspell = misspellWith(typos);
  const hears = (text: string, flow: string): boolean => reader.matcher.match(text)[0]?.flow === flow;
  const heard = shareOf(count(clinc.valid, ({ text, flow }) => hears(text, flow)));
  const times = clinc.valid.map(({ text }) => timed(() => reader.matcher.match(text)));
  const of = `learnt from its train split (${clinc.train.length}), asked with its valid split (${clinc.valid.length})`;
  return [
    {
      name: 'CLINC150: right, refusing nothing',
      value: shareOf(count(clinc.valid, ({ text, flow }) => reader.guess(text) === flow)),
      unit: 'share',
      aim: { atLeast: 0.93 },
      note: of,
    },
    { name: 'CLINC150: right as the product answers', value: heard, unit: 'share' },
    {
      name: 'CLINC150: refused, of no intent',
      value: shareOf(
        count(elsewhere['general, of no intent'] ?? [], (text) => reader.matcher.match(text).length === 0),
      ),
      unit: 'share',
    },
    {
      name: 'CLINC150: lost by a misspelt word',
      value: heard - shareOf(count(clinc.valid, ({ text, flow }) => hears(misspell(text), flow))),
      unit: 'share',
    },
    { name: 'a message, 150 flows', value: middle(times), unit: 'ms', aim: { atMost: 1 }, note: 'median' },
  ];
};

/** `each` examples for each of a hundred flows. */
const hundredFlows = ({ clinc }: IntentSets, each: number): readonly Labelled[] => {
  const chosen = new Set([...new Set(clinc.train.map(({ flow }) => flow))].slice(0, hundred));
  const taken = new Map<string, number>();
  return clinc.train.filter(({ flow }) => {
    const before = taken.get(flow) ?? 0;
    taken.set(flow, before + 1);
    return chosen.has(flow) && before < each;
  });
};

/** Of this process alone: what else runs on the machine does not count. */
const processorTime = (run: () => void): number => {
  const from = process.cpuUsage();
  run();
  return process.cpuUsage(from).user / 1000;
};

const training = (sets: IntentSets, each: number): Figure => {
  const flows = flowsOf(hundredFlows(sets, each));
  return {
    name: `learning ${hundred} flows of ${each} examples`,
    value: processorTime(() => createMatcher(flows)),
    unit: 'ms',
    aim: { atMost: 1000 },
    note: 'processor time',
  };
};

export const intents: Piece = {
  name: 'intents',
  about: 'which flow a message means, what is refused, and its language',
  run: async ({ data }) => {
    const sets = readIntentSets(data);
    if (sets === null) return { notHere: 'intents_hint3, intents_general, intent_map or typos is missing' };
    const others = { elsewhere: sets.elsewhere, misspell: misspellWith(sets.typos) };
    return [
      ...shop('curekart', crossValidate(sets.curekart, others), 0.86),
      missing('curekart', sets.curekart),
      ...shop('sofmattress', crossValidate(sets.sofmattress, others), 0.8),
      missing('sofmattress', sets.sofmattress),
      ...general(sets),
      training(sets, 20),
      training(sets, hundred),
      ...languageFigures(),
    ];
  },
};
