import { createMatcher, type FlowTriggers, type Matcher } from '../../src/understanding/matcher.ts';
import { normalise } from '../../src/understanding/normalise.ts';
import { createFlowScorer } from '../../src/understanding/similar-examples.ts';
import { type Labelled, partOf } from './intent-sets.ts';

export const parts = 5;

export const flowsOf = (examples: readonly Labelled[]): readonly FlowTriggers[] => {
  const flows = new Map<string, string[]>();
  for (const { flow, text } of examples) flows.set(flow, [...(flows.get(flow) ?? []), text]);
  return [...flows].map(([flow, texts]) => ({
    flow,
    triggers: texts.map((text) => ({ kind: 'example', text: text.replace(/[{}]/gu, ' ') })),
  }));
};

/** Reads a message as the product does, and as it would if it refused nothing. */
export interface Reader {
  readonly matcher: Matcher;
  readonly guess: (text: string) => string | null;
}

export const readerOf = (examples: readonly Labelled[]): Reader => {
  const scorer = createFlowScorer(examples.map(({ flow, text }) => ({ flow, text: normalise(text) })));
  const matcher = createMatcher(flowsOf(examples));
  return { matcher, guess: (text) => matcher.match(text)[0]?.flow ?? scorer.score(normalise(text))[0]?.flow ?? null };
};

export interface Share {
  readonly right: number;
  readonly of: number;
}

export const shareOf = ({ right, of }: Share): number => (of === 0 ? 0 : right / of);

export const count = <T>(all: readonly T[], holds: (one: T) => boolean): Share => ({
  right: all.filter(holds).length,
  of: all.length,
});

const sum = (shares: readonly Share[]): Share => ({
  right: shares.reduce((all, { right }) => all + right, 0),
  of: shares.reduce((all, { of }) => all + of, 0),
});

export interface Crossed {
  /** The best flow is right, whatever its confidence. */
  readonly guessed: Share;
  /** The flow that the product proposes is right. */
  readonly heard: Share;
  /** `heard` of each part. */
  readonly spread: readonly number[];
  /** By where the messages are from: nothing was proposed. */
  readonly refused: Readonly<Record<string, Share>>;
  readonly heardMisspelt: Share;
}

interface Others {
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
  readonly misspell: (text: string) => string;
}

const refuses = ({ matcher }: Reader, text: string): boolean => matcher.match(text).length === 0;

const hears = ({ matcher }: Reader, { flow }: Labelled, text: string): boolean => matcher.match(text)[0]?.flow === flow;

/** Five parts by hash of the text: learnt from four, asked with the fifth; of the messages from elsewhere each part asks a fifth. */
export const crossValidate = (examples: readonly Labelled[], { elsewhere, misspell }: Others): Crossed => {
  const rounds = Array.from({ length: parts }, (_, part) => {
    const reader = readerOf(examples.filter(({ text }) => partOf(text, parts) !== part));
    const asked = examples.filter(({ text }) => partOf(text, parts) === part);
    const refused = Object.entries(elsewhere).map(([name, texts]): [string, Share] => [
      name,
      count(
        texts.filter((text) => partOf(text, parts) === part),
        (text) => refuses(reader, text),
      ),
    ]);
    return {
      guessed: count(asked, ({ text, flow }) => reader.guess(text) === flow),
      heard: count(asked, (one) => hears(reader, one, one.text)),
      heardMisspelt: count(asked, (one) => hears(reader, one, misspell(one.text))),
      refused: new Map(refused),
    };
  });
  return {
    guessed: sum(rounds.map(({ guessed }) => guessed)),
    heard: sum(rounds.map(({ heard }) => heard)),
    heardMisspelt: sum(rounds.map(({ heardMisspelt }) => heardMisspelt)),
    spread: rounds.map(({ heard }) => shareOf(heard)),
    refused: Object.fromEntries(
      Object.keys(elsewhere).map((name) => [
        name,
        sum(rounds.map(({ refused }) => refused.get(name) ?? { right: 0, of: 0 })),
      ]),
    ),
  };
};

/** Messages of flows that are not there: near to what the shop does, and still for none of its flows. */
export const refusedOfMissingFlows = (examples: readonly Labelled[]): Share =>
  sum(
    Array.from({ length: parts }, (_, part) => {
      const missing = examples.filter(({ flow }) => partOf(flow, parts) === part);
      const reader = readerOf(examples.filter(({ flow }) => partOf(flow, parts) !== part));
      return count(missing, ({ text }) => refuses(reader, text));
    }),
  );

/** One word, the longest that has one, is put in its misspelling. */
export const misspellWith =
  (typos: ReadonlyMap<string, string>) =>
  (text: string): string => {
    const words = text.split(' ');
    const known = words.filter((word) => typos.has(word.toLowerCase()));
    const longest = known.reduce((best, word) => (word.length > best.length ? word : best), '');
    const typo = typos.get(longest.toLowerCase());
    return typo === undefined ? text : words.map((word) => (word === longest ? typo : word)).join(' ');
  };
