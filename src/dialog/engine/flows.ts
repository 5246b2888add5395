import type { Json } from '../../storage/json.ts';
import type { Flow, StepId } from '../book.ts';
import { type Frame, running, type Slots } from '../state.ts';
import { markWish, stillToCome } from './put-off.ts';
import { flowOf, replaceTop, setSlot, stepOf, type Turn, top } from './turn.ts';

export interface FlowStart {
  readonly flow: string;
  readonly slots: Slots;
  /** Words that still have to be read as the slot's type. */
  readonly given: Readonly<Record<string, string>>;
  /** What the shopper wrote of it. */
  readonly words?: string;
}

/** Deeper than this nobody remembers what was asked; the oldest question is let go. */
const deepestStack = 8;

/** Goes to a step of the same flow, or ends the flow. True: go on. */
export function moveTo(turn: Turn, step: StepId | null): boolean {
  if (step === null) return endFlow(turn);
  replaceTop(turn, { step, asked: 0, attempts: 0 });
  return true;
}

/** Puts a flow on top. False when it does not exist or has no steps. */
export function pushFlow(turn: Turn, start: FlowStart): boolean {
  const flow = turn.book.flows.get(start.flow);
  if (!flow || flow.entry === null) return false;
  turn.stack.push(freshFrame(flow, flow.entry, start));
  if (turn.stack.length > deepestStack) turn.stack.shift();
  turn.scope = null;
  return true;
}

function freshFrame(flow: Flow, entry: StepId, start: FlowStart): Frame {
  const slots: Record<string, Json> = { ...start.slots };
  const given: Record<string, string> = {};
  for (const [name, words] of Object.entries(start.given)) {
    if (isAsked(flow, name)) given[name] = words;
    else slots[name] = words;
  }
  const frame: Frame = { flow: flow.id, step: entry, slots, attempts: 0, asked: 0 };
  return Object.keys(given).length > 0 ? { ...frame, given } : frame;
}

function isAsked(flow: Flow, slot: string): boolean {
  const step = flow.steps.get(flow.byName.get(slot) ?? '');
  return step?.kind === 'ask' && step.slot === slot;
}

/** What the shopper wants instead: it comes on top, and what it interrupts is asked again after it. */
export function interrupt(turn: Turn, start: FlowStart): void {
  interruptWithAll(turn, [start]);
}

/** Several wishes of one message: the first goes first, and the others wait beneath it. */
export function interruptWithAll(turn: Turn, starts: readonly FlowStart[]): void {
  if (starts.length === 0) return;
  const isLeft = starts.some(({ flow }) => turn.book.flows.get(flow)?.comesBack === false);
  turn.stack.splice(0, turn.stack.length, ...stillToCome(turn.stack, { onlyWishes: isLeft }));
  for (const { flow } of starts) forgetRunOf(turn, flow);
  turn.scope = null;
  turn.digressed = true;
  for (const start of starts.toReversed()) if (pushFlow(turn, start) && starts.length > 1) markWish(turn, start.words);
}

/** A flow that starts anew leaves its earlier place, with the flows that ran it and those that it ran. */
function forgetRunOf(turn: Turn, flow: string): void {
  const place = turn.stack.findIndex((frame) => frame.flow === flow);
  if (place < 0) return;
  let first = place;
  let last = place;
  while (turn.stack[first - 1]?.asked === running) first -= 1;
  while (turn.stack[last]?.asked === running) last += 1;
  turn.stack.splice(first, last - first + 1);
  forgetRunOf(turn, flow);
}

export function startWelcome(turn: Turn): boolean {
  const welcome = turn.book.moments.get('first message');
  return welcome !== undefined && pushFlow(turn, { flow: welcome, slots: {}, given: {} });
}

export function replaceFlow(turn: Turn, flow: string): boolean {
  const { slots = {}, given = {}, wish } = turn.stack.pop() ?? {};
  if (!pushFlow(turn, { flow, slots, given })) return endFlow(turn);
  if (wish) replaceTop(turn, { wish });
  return true;
}

/** Gives up what the shopper was doing: a flow that ran this one as a part cannot go on without it. True as for `endFlow`. */
export function abandonFlow(turn: Turn): boolean {
  turn.stack.pop();
  while (top(turn)?.asked === running) turn.stack.pop();
  turn.scope = null;
  return top(turn) !== undefined;
}

/** Takes the flow off. True: the one beneath goes on (a question is asked again). */
export function endFlow(turn: Turn): boolean {
  const ended = turn.stack.pop();
  turn.scope = null;
  const beneath = top(turn);
  if (!beneath) return false;
  if (ended && beneath.asked === running) return returnTo(turn, beneath, ended.slots);
  return true;
}

function returnTo(turn: Turn, frame: Frame, slots: Slots): boolean {
  const step = stepOf(turn, frame);
  if (step?.kind !== 'run') return moveTo(turn, flowOf(turn, frame)?.entry ?? null);
  if (step.as !== null) setSlot(turn, step.as, slots);
  return moveTo(turn, step.next);
}

/** Something has been changed: what was answered so far stays, here and in the flows that run this one as a part. */
export function seal(turn: Turn): void {
  for (let place = turn.stack.length - 1; place >= 0; place -= 1) {
    const frame = turn.stack[place];
    if (!frame || (place < turn.stack.length - 1 && frame.asked !== running)) return;
    turn.stack[place] = { ...frame, answers: {} };
  }
}
