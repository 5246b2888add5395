import type { Choice } from '../../channel/message.ts';
import { extractSlots } from '../../understanding/extract-slots.ts';
import { clarifies } from '../../understanding/matcher.ts';
import type { Match, Trigger } from '../../understanding/trigger.ts';
import { languageOf } from '../../understanding/words.ts';
import type { Ask } from '../book.ts';
import { advance } from './advance.ts';
import { slotContext } from './answer.ts';
import { globalChoice, startFlowButton } from './choice-id.ts';
import { type FlowStart, interrupt, interruptWithAll } from './flows.ts';
import { send, words } from './say.ts';
import { localeOf, type Turn } from './turn.ts';
import { answerUnclear, keepUnclear } from './unanswered.ts';

/** From here on a match is as good as said in so many words. */
const sure = 0.95;
/** From here on it goes before an answer that leaves words over: most of what was written are the flow's own words. */
const likely = 0.9;

export function isSure([best]: readonly Match[]): boolean {
  return best !== undefined && best.confidence >= sure;
}

export function isLikely([best]: readonly Match[]): boolean {
  return best !== undefined && best.confidence >= likely;
}

/** Starts the flow that was meant, or asks which of two. */
export function follow(turn: Turn, text: string, matches: readonly Match[]): void {
  const [best] = matches;
  if (!best) return;
  const choices = clarifies(matches) ? flowChoices(turn, matches.slice(0, mostMeanings)) : [];
  if (choices.length > 1) return askWhichMeant(turn, text, choices);
  takesOffered(turn, best.flow);
  interrupt(turn, startOf(turn, text, best));
  advance(turn);
}

/** One of the flows that were offered is picked in other words too; what is searched for now was not meant before. */
function takesOffered(turn: Turn, flow: string): void {
  if (flow !== turn.book.moments.get('anything else')) answerUnclear(turn, globalChoice(startFlowButton)(flow));
}

export function startOf(turn: Turn, text: string, match: Match): FlowStart {
  return { flow: match.flow, slots: {}, given: { ...besides(turn, text, match), ...match.slots } };
}

/** What a sentence says beside starting a flow answers questions that the flow would ask: "cancel order 72043817 pls". */
function besides(turn: Turn, text: string, { flow, by }: Match): Readonly<Record<string, string>> {
  if (by === 'pattern') return {};
  const steps = [...(turn.book.flows.get(flow)?.steps.values() ?? [])];
  const wanted = steps.flatMap((step) =>
    step.kind === 'ask' && isPlain(step.type) ? [{ slot: step.slot, type: step.type }] : [],
  );
  return wanted.length === 0 ? {} : extractSlots(text, wanted, slotContext(turn));
}

/** Types whose words can be told from a sentence around them. */
function isPlain(type: Ask['type']): boolean {
  return type === 'email' || type === 'phone' || type === 'order' || type === 'address' || type === 'date';
}

/** Starts the flows that were meant one after the other. */
export function followAll(turn: Turn, starts: readonly FlowStart[]): void {
  for (const { flow } of starts) takesOffered(turn, flow);
  interruptWithAll(turn, starts);
  advance(turn);
}

/** The flows that may be meant, or the search for the very words. */
export function askWhetherSearch(turn: Turn, text: string, matches: readonly Match[]): void {
  const search = turn.book.moments.get('anything else');
  const likeliest = matches.filter(({ flow }) => flow !== search).slice(0, mostMeanings - 1);
  const choices = [...flowChoices(turn, likeliest)];
  if (search !== undefined) {
    choices.push({
      id: globalChoice(startFlowButton)(search),
      label: turn.book.words.searchShop.plain({}, turn.locales),
    });
  }
  askWhichMeant(turn, text, choices);
  if (turn.menu) turn.menu = { ...turn.menu, words: text };
}

/** What `text` may mean. False when none of them can be offered. */
export function askAmongFlows(turn: Turn, text: string, flows: readonly string[]): boolean {
  const known = [...new Set(flows)].filter((flow) => turn.book.flows.has(flow)).slice(0, mostMeanings);
  const choices = flowChoices(
    turn,
    known.map((flow) => ({ flow })),
  );
  if (choices.length === 0) return false;
  askWhichMeant(turn, text, choices);
  return true;
}

const mostMeanings = 3;

function askWhichMeant(turn: Turn, text: string, choices: readonly Choice[]): void {
  askWhich(turn, choices);
  keepUnclear(turn, { text, choices });
}

export function askWhich(turn: Turn, choices: readonly Choice[]): void {
  send(turn, { type: 'choices', text: words(turn, 'whichOne'), choices });
  if (turn.menu) turn.menu = { ...turn.menu, asksWhich: true };
}

/** A flow is offered in the words that start it; one that has none without a slot is not. */
function flowChoices(turn: Turn, flows: readonly Pick<Match, 'flow'>[]): readonly Choice[] {
  return flows.flatMap(({ flow }) => {
    const label = exampleOf(turn, flow);
    if (label === null) return [];
    return [{ id: globalChoice(startFlowButton)(flow), label: label.charAt(0).toUpperCase() + label.slice(1) }];
  });
}

type Example = Extract<Trigger, { kind: 'example' }>;

/** Those of the conversation's language, where there are any. */
function inLanguage(turn: Turn, examples: readonly Example[]): readonly string[] {
  const language = languageOf(localeOf(turn));
  const own = examples.filter(({ locale }) => languageOf(locale ?? turn.book.shop.locale) === language);
  return (own.length > 0 ? own : examples).map(({ text }) => text);
}

/** One without a slot: nobody has said yet what would stand in it. */
function exampleOf(turn: Turn, flow: string): string | null {
  const triggers = turn.book.flows.get(flow)?.triggers ?? [];
  const plain = triggers.flatMap((trigger) =>
    trigger.kind === 'example' && !trigger.text.includes('{') ? [trigger] : [],
  );
  return inLanguage(turn, plain)[0] ?? null;
}
