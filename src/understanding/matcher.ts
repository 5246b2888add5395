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
import { normalise } from './normalise.ts';
import { createFlowScorer, type LabelledExample } from './similar-examples.ts';
import type { Match, Trigger } from './trigger.ts';
import { createWordFinder } from './trigger-words.ts';

export interface FlowTriggers {
  readonly flow: string;
  readonly triggers: readonly Trigger[];
}

export interface Matcher {
  /** The flows a message may mean, best first, one match a flow; none when nothing is near enough. Buttons are not read here. */
  match(text: string): readonly Match[];
}

/** What a person writes to a shop is shorter; nothing beyond is looked at. */
const longestMessage = 1000;
/** Two flows nearer than this are both possible. */
const clearLead = 0.1;

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
    return templates.flatMap((one) => templateMatch(one, text, words));
  };
};

const wordSource = (flows: readonly FlowTriggers[]): Source => {
  const triggers = flows.flatMap(({ flow, triggers: own }) =>
    own.flatMap((trigger) => (trigger.kind === 'word' ? [{ flow, phrase: normalise(trigger.word) }] : [])),
  );
  const find = createWordFinder(triggers);
  return (normal) => find(normal).map(({ flow, confidence }) => ({ flow, confidence, by: 'word', slots: {} }));
};

const similarSource = (examples: readonly LabelledExample[]): Source => {
  const score = createFlowScorer(
    examples.map(({ flow, text }) => ({ flow, text: literalText(text) })).filter(({ text }) => text !== ''),
  );
  return (normal) =>
    confidenceOf(score(normal)).map(({ flow, confidence }) => ({ flow, confidence, by: 'example', slots: {} }));
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

/** Compiles the flows' triggers once; matching is pure. */
export const createMatcher = (flows: readonly FlowTriggers[]): Matcher => {
  const examples = examplesOf(flows);
  const exact = exactSource(examples.filter(({ text }) => !hasSlots(text)));
  const byPattern = patternSource(flows);
  const byTemplate = templateSource(examples);
  const byWord = wordSource(flows);
  const bySimilarity = similarSource(examples);
  return {
    match: (text) => {
      const written = text.slice(0, longestMessage).trim();
      const normal = normalise(written);
      if (normal === '') return [];
      const certain = [...(exact.get(normal) ?? []), ...byPattern(written)];
      if (certain.length > 0) return bestOfEachFlow(certain);
      return bestOfEachFlow([...byTemplate(written), ...byWord(normal), ...bySimilarity(normal)]);
    },
  };
};

/** Whether the two best are too near each other to choose without asking. */
export const clarifies = (matches: readonly Match[]): boolean => {
  const [best, second] = matches;
  return best !== undefined && second !== undefined && best.confidence - second.confidence < clearLead;
};
