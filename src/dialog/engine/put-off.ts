import { type Frame, running } from '../state.ts';
import { replaceTop, type Turn, top } from './turn.ts';

/** The flow on top is one of several wishes of a message. What is searched for comes last. */
export function markWish(turn: Turn): void {
  const isSearch = top(turn)?.flow === turn.book.moments.get('anything else');
  replaceTop(turn, { wish: isSearch ? 'last' : 'fresh' });
}

/**
 * Called where the flow on top is about to ask: what the other wishes can say at once goes before its question, so that the question
 * is what stands open in the end. When all of them ask, the first is asked first. False: nothing goes before it.
 */
export function putOffQuestion(turn: Turn): boolean {
  return putOff(turn, () => true);
}

/** A person is got once the other wishes have been begun, and waits for no answer to them. */
export function putOffHandoff(turn: Turn): boolean {
  return putOff(turn, ({ wish }) => wish === 'fresh');
}

/** A flow that runs others as a part goes with them. */
function putOff(turn: Turn, goesBefore: (other: Frame) => boolean): boolean {
  const { stack } = turn;
  const place = partsBegin(stack, stack.length - 1);
  const frame = stack[place];
  if (frame?.wish !== 'fresh' || top(turn)?.asked !== 0) return false;
  const bottom = wishesBegin(stack, place);
  if (!stack.slice(bottom, place).some(goesBefore)) return false;
  const [, ...parts] = stack.splice(place);
  stack.splice(bottom, 0, { ...frame, wish: 'put-off' }, ...parts);
  turn.scope = null;
  return true;
}

/** The place of the flow that runs the one at `place`, as a part or a part of a part. */
function partsBegin(stack: readonly Frame[], place: number): number {
  return stack[place - 1]?.asked === running ? partsBegin(stack, place - 1) : place;
}

/** The lowest of the wishes that the one at `place` may be put beneath. */
function wishesBegin(stack: readonly Frame[], place: number): number {
  const beneath = partsBegin(stack, place - 1);
  const wish = stack[beneath]?.wish;
  return wish === undefined || wish === 'last' ? place : wishesBegin(stack, beneath);
}

/**
 * What is still to come when the shopper goes on with something else: the wishes of an earlier message that have not asked anything
 * yet stay, whatever becomes of the rest (`onlyWishes`).
 */
export function stillToCome(stack: readonly Frame[], { onlyWishes }: { onlyWishes: boolean }): readonly Frame[] {
  return stack.flatMap((frame, place) => {
    const first = stack[partsBegin(stack, place)];
    if (onlyWishes && (first?.wish === undefined || stack[partsEnd(stack, place)]?.asked !== 0)) return [];
    return frame.wish === undefined ? [frame] : [{ ...frame, wish: 'last' as const }];
  });
}

function partsEnd(stack: readonly Frame[], place: number): number {
  return stack[place]?.asked === running && place + 1 < stack.length ? partsEnd(stack, place + 1) : place;
}
