import type { Choice } from '../../channel/message.ts';
import { readCallingOff } from '../../understanding/calling-off.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Menu } from '../state.ts';
import { slotContext } from './answer.ts';
import { isSure } from './follow.ts';
import { isOpenChoice } from './hear-choice.ts';
import { type Turn, top } from './turn.ts';

/** Longer than any yes or no. */
const longest = 40;

/** "ya" at [Yes, please] [No, thanks]: the one choice whose label begins with what was said, in whatever words; or the only one there is. */
export function agreedChoice(turn: Turn, text: string): Choice | null {
  if (!turn.menu || text.length > longest) return null;
  const said = yesOrNo(turn, text) ?? (goesOnWithIt(turn, text) || null);
  if (said === null) return calledOffChoice(turn, turn.menu, text);
  const meant = turn.menu.choices.filter(({ label }) => yesOrNo(turn, firstWords(label)) === said);
  const [choice] = meant.length === 0 && said ? turn.menu.choices : meant;
  const isOne = meant.length === 1 || turn.menu.choices.length === 1;
  return choice && isOne && isOpenChoice(turn, choice.id) ? choice : null;
}

/** "Just cancel it", "no, leave it" at [Cancel it] [Keep it]: only where something can be called off by a choice. */
function calledOffChoice(turn: Turn, { choices }: Menu, text: string): Choice | null {
  const said = readCallingOff(text);
  if (said === null || !choices.some(({ label }) => readCallingOff(label) === 'off')) return null;
  const [choice, another] = choices.filter(({ label }) => readCallingOff(label) === said);
  return choice && another === undefined && isOpenChoice(turn, choice.id) ? choice : null;
}

function yesOrNo(turn: Turn, text: string): boolean | null {
  const reading = readSlot('yes-no', text, slotContext(turn));
  return reading.result === 'value' && typeof reading.value === 'boolean' ? reading.value : null;
}

/** "Yes, place the order" where ordering asks: a yes, and the wish that the question is of. */
function goesOnWithIt(turn: Turn, text: string): boolean {
  const flow = top(turn)?.flow;
  const words = text.split(/[\s,،]+/u);
  const places = [...words.keys()].filter(
    (place) => place > 0 && yesOrNo(turn, words.slice(0, place).join(' ')) === true,
  );
  return places.some((place) => {
    const [best] = turn.book.matcher.match(words.slice(place).join(' '));
    return best !== undefined && best.flow === flow && isSure([best]) && Object.keys(best.slots).length === 0;
  });
}

/** "Yes, put it in" → "Yes". */
function firstWords(label: string): string {
  return label.split(/[,.;:!،؛।–—-]/u)[0] ?? label;
}
