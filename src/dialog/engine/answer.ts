import type { Json } from '../../storage/json.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Ask, Choose } from '../book.ts';
import type { Frame } from '../state.ts';
import { moveTo } from './flows.ts';
import { labelled, type OpenOption, optionsOf } from './options.ts';
import { act, replaceTop, type Turn, top } from './turn.ts';

/** What became of an answer: the flow goes on, the turn waits for a lookup, or it could not be read. */
export type Answered = 'goes-on' | 'waits' | 'unreadable';

export function answer(turn: Turn, step: Ask, text: string): Answered {
  const reading = readSlot(step.type, text, slotContext(turn));
  switch (reading.result) {
    case 'value':
      return fill(turn, step, reading.value);
    case 'needs-lookup':
      return lookUp(turn, step, text);
    case 'unreadable':
      return 'unreadable';
  }
}

/** An answer that says nothing beside; one with words to spare may mean something else. */
export function answerWholly(turn: Turn, step: Ask, text: string): Answered {
  const reading = readSlot(step.type, text, slotContext(turn));
  return reading.result === 'value' && reading.rest === undefined ? fill(turn, step, reading.value) : 'unreadable';
}

export function fill(turn: Turn, step: Ask, value: Json): Answered {
  setAnswer(turn, step.slot, value);
  return moveTo(turn, step.next) ? 'goes-on' : 'waits';
}

/** Fills a slot, and remembers by which question: it may be corrected. */
export function setAnswer(turn: Turn, slot: string, value: Json): void {
  const frame = top(turn);
  if (!frame) return;
  const answers = { ...without(frame.answers, slot), [slot]: frame.step };
  replaceTop(turn, { slots: { ...frame.slots, [slot]: value }, answers });
}

/** The latest answer stands last. */
function without(answers: Frame['answers'], slot: string): Frame['answers'] {
  if (!answers || !Object.hasOwn(answers, slot)) return answers;
  const { [slot]: _before, ...others } = answers;
  return others;
}

/** The products shown last go along (`memory.found`), so that "the second one" can be meant. */
function lookUp(turn: Turn, step: Ask, text: string): Answered {
  const among = step.type === 'product' ? turn.memory['found'] : undefined;
  const input = among === undefined ? { text } : { text, among };
  const words = top(turn)?.asked === 0 ? null : text;
  act(turn, { action: `lookup.${step.type}`, input, purpose: { for: 'lookup', words } });
  return 'waits';
}

/** Words that came with the trigger or from another flow; used once, whether they can be read or not. */
export function answerGiven(turn: Turn, step: Ask, words: string): Answered {
  const { [step.slot]: _used, ...given } = top(turn)?.given ?? {};
  replaceTop(turn, { given });
  const open = step.type === 'choice' ? labelled(optionsOf(turn, step), words) : null;
  return open ? pick(turn, step, open) : answer(turn, step, words);
}

export function pick(turn: Turn, step: Ask | Choose, open: OpenOption): Answered {
  if (step.kind === 'choose') return pickOption(turn, step, open);
  if (step.type === 'choice') return fill(turn, step, open.value);
  return answer(turn, step, isLookup(step) ? String(open.value) : open.label);
}

function pickOption(turn: Turn, step: Choose, open: OpenOption): Answered {
  if (step.slot !== null) setAnswer(turn, step.slot, open.value);
  const leadsTo = open.option?.leadsTo;
  return moveTo(turn, leadsTo === undefined ? step.next : leadsTo) ? 'goes-on' : 'waits';
}

export function isLookup(step: Ask): boolean {
  return step.type === 'product' || step.type === 'order';
}

export function slotContext(turn: Turn): Parameters<typeof readSlot>[2] {
  const { locale, timeZone, currency, country } = turn.book.shop;
  return { now: turn.event.at, locale: turn.locale ?? locale, timeZone, currency, country };
}
