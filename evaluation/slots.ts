import { extractSlots } from '../src/understanding/extract-slots.ts';
import { createMatcher, type FlowTriggers, type Matcher } from '../src/understanding/matcher.ts';
import { numberMentions } from '../src/understanding/slots/number-mentions.ts';
import { sizeAt } from '../src/understanding/wish/sizes.ts';
import { wishWords } from '../src/understanding/wish/wish-word.ts';
import type { Figure, NotHere, Piece, World } from './piece.ts';
import { readJsonLines } from './read-json-lines.ts';

/** MultiDoGO's fast-food orders: what customers wrote, each token with its slot, each sentence with its intents. */
export const slots: Piece = {
  name: 'slots',
  about: 'values and several intents in one message (multidogo_fastfood)',
  run,
};

interface Said {
  readonly text: string;
  /** One a token, split at spaces. */
  readonly slots: readonly string[] | null;
  readonly intents: readonly string[];
}

interface Conversation {
  readonly customer_turns: readonly Said[];
}

async function run({ data }: World): Promise<readonly Figure[] | NotHere> {
  const folder = `${data}/multidogo_fastfood`;
  const [train, dev] = await Promise.all([saidIn(`${folder}/train.jsonl`), saidIn(`${folder}/dev.jsonl`)]);
  if (train === null || dev === null) return { notHere: 'multidogo_fastfood is missing' };
  return [...tokenFigures(dev), ...intentFigures(train, dev)];
}

async function saidIn(file: string): Promise<readonly Said[] | null> {
  const conversations = await readJsonLines<Conversation>(file);
  return conversations?.flatMap((one) => one.customer_turns) ?? null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const context = { now: 0, timeZone: 'UTC', locale: 'en-IN', currency: 'USD', country: 'IN' };
const readers: Readonly<Record<string, (text: string) => readonly Span[]>> = {
  quantity: quantities,
  size: sizes,
  phonenumber: (text) => placed(text, 'phone'),
  address: (text) => placed(text, 'address'),
};

/** No reader here has been trained on these orders, and none knows the menu. */
function tokenFigures(dev: readonly Said[]): readonly Figure[] {
  const labelled = dev.filter(({ slots: labels }) => labels !== null);
  return Object.entries(readers).map(([slot, read]) => {
    const { right, told, meant } = counted(labelled, slot, read);
    const [precision, recall] = [right / Math.max(1, told), right / Math.max(1, meant)];
    const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
    const note = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${meant} tokens, untrained`;
    return { name: `${slot}: token F1`, value: f1, unit: 'share', note };
  });
}

function counted(said: readonly Said[], slot: string, read: (text: string) => readonly Span[]) {
  let [right, told, meant] = [0, 0, 0];
  for (const { text, slots: labels } of said) {
    const spans = read(text);
    for (const [at, token] of tokensOf(text).entries()) {
      const isTold = spans.some(({ start, end }) => token.start < end && token.end > start);
      const isMeant = labels?.[at] === slot;
      if (isTold) told += 1;
      if (isMeant) meant += 1;
      if (isTold && isMeant) right += 1;
    }
  }
  return { right, told, meant };
}

function tokensOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\S+/gu), ({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

const mostPieces = 999;

/** Whole numbers that are part of nothing else. */
function quantities(text: string): readonly Span[] {
  const taken = [...placed(text, 'phone'), ...placed(text, 'address')];
  return numberMentions(text, 'en')
    .filter(({ value }) => Number.isInteger(value) && value >= 1 && value <= mostPieces)
    .filter(({ start, end }) => !taken.some((span) => start < span.end && end > span.start));
}

function sizes(text: string): readonly Span[] {
  const words = wishWords(text);
  return words.flatMap((word, at) => {
    const said = sizeAt(words, at, text);
    return said === null || /^\d/u.test(said.size) || said.count > 1 ? [] : [{ start: word.start, end: word.end }];
  });
}

function placed(text: string, type: 'phone' | 'address'): readonly Span[] {
  const words = extractSlots(text, [{ slot: type, type }], context)[type];
  const start = words === undefined ? -1 : text.indexOf(words);
  return words === undefined || start === -1 ? [] : [{ start, end: start + words.length }];
}

const mostExamples = 300;

/** Flows of the train split's own sentences; on sentences with several intents each has to be found. */
function intentFigures(train: readonly Said[], dev: readonly Said[]): readonly Figure[] {
  const matcher = createMatcher(flowsOf(train));
  const several = dev.filter(({ intents }) => intents.length > 1);
  const single = dev.filter(({ intents }) => intents.length === 1);
  const found = several.map((said) => ({ said, flows: matcher.matchAll(said.text).map(({ flow }) => flow) }));
  const right = sum(found.map(({ said, flows }) => flows.filter((flow) => said.intents.includes(flow)).length));
  const told = sum(found.map(({ flows }) => flows.length));
  const meant = sum(several.map(({ intents }) => intents.length));
  const note = `${several.length} sentences with more than one intent; flows of the train split`;
  return [
    { name: 'intents of several: recall', value: right / Math.max(1, meant), unit: 'share', note },
    { name: 'intents of several: precision', value: right / Math.max(1, told), unit: 'share' },
    {
      name: 'intent of one: accuracy',
      value: accuracy(matcher, single),
      unit: 'share',
      note: `${single.length} sentences`,
    },
  ];
}

function accuracy(matcher: Matcher, said: readonly Said[]): number {
  const right = said.filter(({ text, intents }) => matcher.match(text)[0]?.flow === intents[0]);
  return right.length / Math.max(1, said.length);
}

function flowsOf(train: readonly Said[]): readonly FlowTriggers[] {
  const texts = new Map<string, Set<string>>();
  for (const { text, intents } of train) {
    const [intent, other] = intents;
    if (intent === undefined || other !== undefined || /[{}]/u.test(text)) continue;
    const known = texts.get(intent) ?? new Set();
    if (known.size < mostExamples) known.add(text);
    texts.set(intent, known);
  }
  return [...texts].map(([flow, said]) => ({
    flow,
    triggers: [...said].map((text) => ({ kind: 'example', text }) as const),
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
