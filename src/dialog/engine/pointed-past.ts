import { byOrdinal } from '../../channel/replying/by-number.ts';
import { comparable, comparableChoices } from '../../channel/replying/comparable.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Book, Choose } from '../book.ts';
import type { Menu } from '../state.ts';
import { slotContext } from './answer.ts';
import { readStepChoice } from './choice-id.ts';
import { personChoice } from './misunderstood.ts';
import { type Turn, top } from './turn.ts';

/**
 * "The second one" is said of things. Where it would call a person, or lead on from a cart whose lines stand above, it means
 * something else than the button that happens to be the second.
 */
export function pointsPast(turn: Turn, { choices, firstNumber }: Menu, text: string): boolean {
  if (standsBelowCart(turn) && takesBackCount(turn, text)) return true;
  const meant = byOrdinal(comparable(text), comparableChoices(choices, firstNumber));
  if (meant === null) return false;
  return meant.id === personChoice || handsOver(turn, meant.id) || standsBelowCart(turn);
}

/** "No 2", "nein, zwei" after three were put in: so many instead, and not the button of that number. */
function takesBackCount(turn: Turn, text: string): boolean {
  const rest = denied.exec(text.trim())?.groups?.['rest'];
  const reading = rest === undefined ? null : readSlot('quantity', rest, slotContext(turn));
  return reading?.result === 'value' && reading.rest === undefined;
}

const denied = /^(?:no|nope|nein|não|nao|नहीं|nahi|لا)[\s,،!]+(?<rest>.+)$/iu;

function handsOver({ book, stack }: Turn, id: string): boolean {
  const own = readStepChoice(id);
  const frame = own && stack.findLast(({ asked }) => asked === own.asked);
  const step = frame && book.flows.get(frame.flow)?.steps.get(frame.step);
  if (!frame || step?.kind !== 'choose') return false;
  return leadsToPerson(book, frame.flow, step.options.find((option) => option.id === own.option)?.leadsTo ?? null);
}

function leadsToPerson(book: Book, flow: string, id: string | null): boolean {
  const step = id === null ? undefined : book.flows.get(flow)?.steps.get(id);
  if (step?.kind !== 'go-to' || !('flow' in step.target)) return step?.kind === 'handoff';
  return [...(book.flows.get(step.target.flow)?.steps.values() ?? [])].some(({ kind }) => kind === 'handoff');
}

/** The starter flows say in `memory.showing` what stands there. */
function standsBelowCart(turn: Turn): boolean {
  const frame = top(turn);
  const step = frame && turn.book.flows.get(frame.flow)?.steps.get(frame.step);
  return turn.memory['showing'] === 'cart' && step?.kind === 'choose' && isActions(step);
}

function isActions({ slot, products }: Choose): boolean {
  return slot === null && products === null;
}
