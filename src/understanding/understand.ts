import type { Json } from '../storage/json.ts';
import { splitClauses } from './clauses.ts';
import type { Command } from './command.ts';
import { readGlobalCommand } from './global-commands.ts';
import { moodOf } from './sentiment.ts';
import type { Match } from './trigger.ts';
import { commandsIn } from './whole-message/commands-in.ts';
import { constraintsOf, type SaidConstraints } from './whole-message/constraints-of.ts';
import { slotsIn } from './whole-message/slots-in.ts';
import type { UnderstandingWorld } from './whole-message/understanding-world.ts';
import { plainVocabulary } from './wish/plain-vocabulary.ts';
import { pricedDraft, wishOf } from './wish/read-wish.ts';

/** What is known without asking a model: see docs/understanding.md for each field. */
export interface Understanding {
  /** ISO 639-1 of the message; `null` when it has no words, or too few to tell. */
  readonly language: string | null;
  /** `null` when no flow handles it. */
  readonly intent: { readonly name: string; readonly confidence: number } | null;
  readonly commands: readonly Command[];
  /** Name of a value → the value. */
  readonly slots: Readonly<Record<string, Json>>;
  readonly constraints: SaidConstraints;
  /** −1 to 1, and in a word; `null` in a language whose moods cannot be read. */
  readonly sentiment: { readonly score: number; readonly label: 'good' | 'mixed' | 'bad' } | null;
}

/** Surer than this, a language is taken for the one to read the message in. */
const sureOfLanguage = 0.6;
/** What people write to a shop is shorter. */
const longestMessage = 1_000;

/** Takes a message apart with rules alone: pure and total, the same for the same text. */
export function understand(text: string, world: UnderstandingWorld): Understanding {
  const message = text.slice(0, longestMessage);
  const detected = world.detectLanguage(message);
  const isSure = detected !== null && detected.confidence >= sureOfLanguage;
  const locale = isSure ? detected.language : world.context.locale;
  const context = {
    ...world.context,
    locale: sameLanguage(locale, world.context.locale) ? world.context.locale : locale,
  };
  const { vocabulary, exponent } = world;
  const priced = pricedDraft(wishedPart(message, world), { exponent });
  const wish = wishOf(priced, { vocabulary, exponent, locale });
  const said = wishOf(priced, { vocabulary: plainVocabulary, exponent, locale });
  const slots = slotsIn(message, { wish, said, context });
  const matches = world.matcher.match(message).filter(({ flow }) => !world.fallbacks.has(flow));
  const mood = moodOf(message, { locale });
  return {
    language: detected?.language ?? null,
    intent: intentOf(matches),
    commands: commandsIn(message, { world, matches, slots, locale }),
    slots,
    constraints: {
      ...constraintsOf({ wish, said, exponent }),
      ...(isNoWish(message, { matches, locale, heard: [...wish.heard, ...said.heard] }) && { text: '' }),
    },
    sentiment: mood === null ? null : { score: mood.score, label: mood.mood },
  };
}

/** As sure as an example with courtesies around it. */
const sureOfFlow = 0.95;

/** "red mug under 20 and where is my order": nothing of the order is for the search. */
function wishedPart(message: string, { matcher, fallbacks }: UnderstandingWorld): string {
  const isFlow = (text: string): boolean => {
    const [best] = matcher.match(text);
    return best !== undefined && best.confidence >= sureOfFlow && !fallbacks.has(best.flow) && hasNoSlots(best);
  };
  const left = splitClauses(message, isFlow).filter((clause) => !isFlow(clause));
  return left.length === 0 ? message : left.join(' ');
}

function hasNoSlots({ slots }: Match): boolean {
  return Object.keys(slots).length === 0;
}

interface Meant {
  readonly matches: readonly Match[];
  readonly locale: string;
  /** What was said of a product. */
  readonly heard: readonly unknown[];
}

/** "never mind" and "where is my order" are nothing to search for; "I want {product}" is. */
function isNoWish(message: string, { matches: [best], locale, heard }: Meant): boolean {
  if (heard.length > 0) return false;
  if (readGlobalCommand(message, locale) !== null) return true;
  return best !== undefined && best.confidence >= sureOfFlow && hasNoSlots(best);
}

function sameLanguage(one: string, other: string): boolean {
  return one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase();
}

function intentOf([best]: readonly Match[]): Understanding['intent'] {
  return best === undefined ? null : { name: best.flow, confidence: Math.round(best.confidence * 1_000) / 1_000 };
}
