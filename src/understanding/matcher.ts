import { splitClauses } from './clauses.ts';
import { confidenceOf } from './confidence.ts';
import {
  hasSlots,
  literalText,
  type MessageWord,
  matchTemplate,
  messageWords,
  parseTemplate,
  type Template,
} from './example-template.ts';
import { asciiDigits, normalise } from './normalise.ts';
import { createFlowScorer, type LabelledExample } from './similar-examples.ts';
import { withoutSmallTalk } from './small-talk.ts';
import type { Match, Trigger } from './trigger.ts';
import { createWordFinder } from './trigger-words.ts';

export interface FlowTriggers {
  readonly flow: string;
  readonly triggers: readonly Trigger[];
}

export interface Matcher {
  /** The flows a message may mean, best first, one match a flow; none when nothing is near enough. Buttons are not read here. */
  match(text: string): readonly Match[];
  /**
   * The flows that a message means one after the other, in the order written, at most three: "cancel my order and when do I
   * get my money back?". Of a message with one wish the best of `match`, or none.
   */
  matchAll(text: string): readonly Match[];
}

/** What a person writes to a shop is shorter; nothing beyond is looked at. */
const longestMessage = 1000;
/** Two flows nearer than this are both possible. */
const clearLead = 0.1;

/** A part of a message means a flow of its own from here on. */
const sureOfPart = 0.7;
const mostFlows = 3;

type Source = (text: string) => readonly Match[];

const examplesOf = (flows: readonly FlowTriggers[]): readonly LabelledExample[] =>
  flows.flatMap(({ flow, triggers }) =>
    triggers.flatMap((trigger) => (trigger.kind === 'example' ? [{ flow, text: trigger.text }] : [])),
  );

const exactSource = (examples: readonly LabelledExample[]): ReadonlyMap<string, readonly Match[]> => {
  const matches = new Map<string, readonly Match[]>();
  for (const { flow, text } of examples) {
    const key = normalise(text);
    const known = matches.get(key) ?? [];
    if (known.some((match) => match.flow === flow)) continue;
    matches.set(key, [...known, { flow, confidence: 1, by: 'example', slots: {} }]);
  }
  return matches;
};

const patternSource = (flows: readonly FlowTriggers[]): Source => {
  const patterns = flows.flatMap(({ flow, triggers }) =>
    triggers.flatMap((trigger) =>
      trigger.kind === 'pattern'
        ? // Without g and y, so that a match depends on the text alone.
          [{ flow, pattern: new RegExp(trigger.pattern.source, trigger.pattern.flags.replace(/[gy]/g, '')) }]
        : [],
    ),
  );
  return (text) =>
    patterns.flatMap(({ flow, pattern }): readonly Match[] => {
      const found = pattern.exec(text);
      return found === null ? [] : [{ flow, confidence: 1, by: 'pattern', slots: filled(found.groups ?? {}) }];
    });
};

const filled = (groups: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The more of the message the example's own words make up, the surer: "I want {product}" says little of a long wish. */
const templateConfidence = (coverage: number, exact: boolean): number => (exact ? 0.8 : 0.7) + 0.19 * coverage;

interface FlowTemplate {
  readonly flow: string;
  readonly template: Template;
}

const templateMatch = (
  { flow, template }: FlowTemplate,
  text: string,
  words: readonly MessageWord[],
): readonly Match[] => {
  const found = matchTemplate(template, text, words);
  if (found === null) return [];
  return [{ flow, confidence: templateConfidence(found.coverage, found.exact), by: 'example', slots: found.slots }];
};

const templateSource = (examples: readonly LabelledExample[]): Source => {
  const templates = examples.flatMap(({ flow, text }) => {
    const template = hasSlots(text) ? parseTemplate(text) : null;
    return template === null ? [] : [{ flow, template }];
  });
  if (templates.length === 0) return () => [];
  return (text) => {
    const words = messageWords(text);
    const found = templates.flatMap((one) =>
      templateMatch(one, text, words).map((match) => ({ match, own: ownWords(one.template) })),
    );
    return found.filter((one) => !found.some((other) => saysMore(other.own, one.own))).map(({ match }) => match);
  };
};

const ownWords = ({ pieces }: Template): readonly string[] =>
  pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.word] : []));

/** "What does shipping to {place} cost" is meant where it fits, and not "what does {product} cost". */
const saysMore = (words: readonly string[], fewer: readonly string[]): boolean =>
  words.length > fewer.length && fewer.every((word) => words.includes(word));

const wordSource = (flows: readonly FlowTriggers[]): Source => {
  const triggers = flows.flatMap(({ flow, triggers: own }) =>
    own.flatMap((trigger) => (trigger.kind === 'word' ? [{ flow, phrase: normalise(trigger.word) }] : [])),
  );
  const find = createWordFinder(triggers);
  return (normal) => find(normal).map(({ flow, confidence }) => ({ flow, confidence, by: 'word', slots: {} }));
};

const similarSource = (examples: readonly LabelledExample[]): Source => {
  const scorer = createFlowScorer(
    examples.map(({ flow, text }) => ({ flow, text: literalText(text) })).filter(({ text }) => text !== ''),
  );
  return (normal) =>
    confidenceOf(scorer.score(normal), scorer.leastMeant).map(({ flow, confidence }) => ({
      flow,
      confidence,
      by: 'example',
      slots: {},
    }));
};

const slotCount = (match: Match): number => Object.keys(match.slots).length;

/** The surer match, with the slots of the one that found some: likeness is sure of "trakc my parcel 7" but reads no number. */
const joined = (one: Match, other: Match): Match => {
  const [surer, lesser] = other.confidence > one.confidence ? [other, one] : [one, other];
  return slotCount(surer) >= slotCount(lesser) ? surer : { ...surer, slots: lesser.slots };
};

const bestOfEachFlow = (matches: readonly Match[]): readonly Match[] => {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.flow);
    best.set(match.flow, known === undefined ? match : joined(known, match));
  }
  return [...best.values()].sort((one, other) => other.confidence - one.confidence);
};

/** A text as it was written, and in the form examples are compared in. */
interface Heard {
  readonly written: string;
  readonly normal: string;
}

const heard = (written: string): Heard => ({ written, normal: normalise(written) });

interface Sources {
  readonly certain: (heard: Heard) => readonly Match[];
  readonly byWord: (heard: Heard) => readonly Match[];
  readonly likely: (heard: Heard) => readonly Match[];
}

const sourcesOf = (flows: readonly FlowTriggers[]): Sources => {
  const examples = examplesOf(flows);
  const exact = exactSource(examples.filter(({ text }) => !hasSlots(text)));
  const byPattern = patternSource(flows);
  const byTemplate = templateSource(examples);
  const byWord = wordSource(flows);
  const bySimilarity = similarSource(examples);
  return {
    certain: ({ written, normal }) => [...(exact.get(normal) ?? []), ...byPattern(written)],
    byWord: ({ normal }) => byWord(normal),
    likely: ({ written, normal }) => [...byTemplate(written), ...bySimilarity(normal)],
  };
};

/** An example with courtesies around it. */
const nearlyCertain = 0.99;

/** What was wished is heard before the courtesies around it: "hi" alone is a greeting, "hi, where is my order" is none. */
const matchesOf = ({ certain, byWord, likely }: Sources, text: string): readonly Match[] => {
  const whole = heard(asciiDigits(text.slice(0, longestMessage).trim()));
  if (whole.normal === '') return [];
  const said = certain(whole);
  if (said.length > 0) return bestOfEachFlow(said);
  const wish = heard(withoutSmallTalk(whole.written));
  if (wish.normal === whole.normal) return bestOfEachFlow([...byWord(whole), ...likely(whole)]);
  const wished = certain(wish).map((match) => ({ ...match, confidence: nearlyCertain }));
  if (wished.length > 0) return bestOfEachFlow(wished);
  const found = [...byWord(wish), ...likely(wish)];
  return bestOfEachFlow(found.length > 0 ? found : likely(whole));
};

/** The best, when it is sure enough and no other is as likely. */
const clearly = (matches: readonly Match[]): readonly Match[] => {
  const [best] = matches;
  return best !== undefined && best.confidence >= sureOfPart && !clarifies(matches) ? [best] : [];
};

const matchesOfParts = (match: Source, text: string): readonly Match[] => {
  const whole = match(text).slice(0, 1);
  const parts = splitClauses(text.slice(0, longestMessage));
  if (parts.length < 2 || whole[0]?.confidence === 1) return whole;
  const found = parts.flatMap((part) => clearly(match(part)));
  const each = found.filter(({ flow }, at) => found.findIndex((other) => other.flow === flow) === at);
  return each.length === 0 ? whole : each.slice(0, mostFlows);
};

/** `match` and `matchAll` are asked for the same message one after the other. */
const rememberingLast = (match: Source): Source => {
  let last: { readonly text: string; readonly matches: readonly Match[] } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, matches: match(text) };
    return last.matches;
  };
};

/** Compiles the flows' triggers once; matching is pure. */
export const createMatcher = (flows: readonly FlowTriggers[]): Matcher => {
  const sources = sourcesOf(flows);
  const match = rememberingLast((text) => matchesOf(sources, text));
  return { match, matchAll: (text) => matchesOfParts(match, text) };
};

/** Whether the two best are too near each other to choose without asking. What a flow gives as an example, in those very words, is that flow's. */
export const clarifies = (matches: readonly Match[]): boolean => {
  const [best, second] = matches;
  if (best === undefined || second === undefined) return false;
  const isExact = best.confidence === 1 && second.confidence < 1;
  return !isExact && best.confidence - second.confidence < clearLead;
};
