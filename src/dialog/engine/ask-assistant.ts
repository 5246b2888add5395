import type { Json, JsonObject } from '../../storage/json.ts';
import type { Command } from '../../understanding/command.ts';
import type { Match } from '../../understanding/trigger.ts';
import type { Outcome } from '../event.ts';
import { advance } from './advance.ts';
import { type Answered, answer } from './answer.ts';
import { obey } from './commands.ts';
import { correctNamed } from './correct.ts';
import { type FlowStart, interruptWithAll, pushFlow } from './flows.ts';
import { askAmongFlows } from './follow.ts';
import { waitingStep } from './misunderstood.ts';
import { isObject } from './product-views.ts';
import { answersTo } from './question.ts';
import { phrasePlain, sendText } from './say.ts';
import { act, flowOf, note, replaceTop, type Turn, top } from './turn.ts';

/** Asks the assistant what was meant; it answers with commands, and with a text that holds. */
export function askAssistant(turn: Turn, words: string, near: readonly Match[]): void {
  const input: JsonObject = {
    text: words,
    open: openQuestion(turn),
    near: near.map(({ flow }) => flow),
    mood: turn.mood?.trend ?? null,
  };
  act(turn, { action: 'assistant.ask', input, purpose: { for: 'assistant', words } });
}

function openQuestion(turn: Turn): JsonObject | null {
  const frame = top(turn);
  const step = waitingStep(turn);
  if (!frame || !step) return null;
  return {
    flow: frame.flow,
    question: phrasePlain(turn, step.text),
    slot: step.slot,
    type: step.kind === 'ask' ? step.type : null,
    choices: answersTo(turn, step).map(({ label }) => label),
    answered: Object.keys(frame.answers ?? {}),
  };
}

/** False: it has nothing to say, or nothing of it holds. */
export function hearAssistant(turn: Turn, outcome: Outcome, asked: string): boolean {
  if (outcome.result === 'failed') note(turn, 'ACTION_FAILED');
  if (outcome.result !== 'returned') return false;
  const { commands, text, products } = outcome.value;
  const said = typeof text === 'string' ? text : '';
  const proposed = listOf(commands).filter(({ command }) => command !== 'answer');
  if (proposed.length === 0) return said !== '' && speak(turn, said, products ?? []);
  sendText(turn, [said]);
  const held = holdAll(turn, proposed, asked);
  if (held === 'goes-on' || (held === 'nothing' && said !== '')) advance(turn);
  return held !== 'nothing' || said !== '';
}

/** The shop's flow for it shows the answer; where there is none, it stands alone. */
function speak(turn: Turn, text: string, products: Json): true {
  const flow = turn.book.moments.get('the assistant answers');
  if (flow === undefined || !pushFlow(turn, { flow, slots: { text, products }, given: {} })) sendText(turn, [text]);
  advance(turn);
  return true;
}

/** What comes back from an action is JSON by its schema. */
function listOf(commands: Json | undefined): readonly Command[] {
  return Array.isArray(commands) ? (commands.filter(isObject) as unknown as readonly Command[]) : [];
}

type Held = 'goes-on' | 'nothing' | 'waits';

/** In their order, flows last. What waits for an action or for the shopper lets nothing in after it. */
function holdAll(turn: Turn, commands: readonly Command[], asked: string): Held {
  let all: Held = 'nothing';
  for (const command of commands) {
    const held = hold(turn, command, asked);
    if (held === 'waits') return held;
    if (held === 'goes-on') all = held;
  }
  const starts = commands.flatMap((command) => (command.command === 'start-flow' ? proposedStart(turn, command) : []));
  interruptWithAll(turn, starts);
  return starts.length > 0 ? 'goes-on' : all;
}

/** Does what a command proposes, where it holds. */
function hold(turn: Turn, command: Command, asked: string): Held {
  switch (command.command) {
    case 'answer':
    case 'start-flow':
      return 'nothing';
    case 'set-slot':
      return setProposed(turn, command.slot, command.value);
    case 'correct-slot':
      return correctNamed(turn, command.slot, command.value) ? 'goes-on' : 'nothing';
    case 'cancel':
      obey(turn, 'cancel');
      return 'waits';
    case 'handoff':
      obey(turn, 'person');
      return 'waits';
    case 'clarify':
      return askAmongFlows(turn, asked, command.flows) ? 'waits' : 'nothing';
  }
}

/** Flows that only the shop starts by itself are none of a shopper's. */
function proposedStart(turn: Turn, { flow, slots }: Extract<Command, { command: 'start-flow' }>): FlowStart[] {
  const triggers = turn.book.flows.get(flow)?.triggers ?? [];
  const isShoppers = triggers.some(({ kind }) => kind === 'example' || kind === 'word' || kind === 'pattern');
  return isShoppers ? [{ flow, slots: {}, given: slots }] : [];
}

/** The answer to what was asked, or words for a question that the flow has still to ask. */
function setProposed(turn: Turn, slot: string, value: string): Held {
  const frame = top(turn);
  const step = waitingStep(turn);
  if (!frame) return 'nothing';
  if (step?.kind === 'ask' && step.slot === slot) return heldAnswer(answer(turn, step, value));
  const later = flowOf(turn, frame)?.byName.get(slot);
  if (later === undefined || frame.slots[slot] !== undefined) return 'nothing';
  replaceTop(turn, { given: { ...frame.given, [slot]: value } });
  return 'goes-on';
}

function heldAnswer(answered: Answered): Held {
  return answered === 'unreadable' ? 'nothing' : answered;
}
