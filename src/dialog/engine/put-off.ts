import { type Frame, running, type Wish } from '../state.ts';
import { sayWords } from './say.ts';
import { replaceTop, type Turn, top } from './turn.ts';

/** The flow on top is one of several wishes of a message. What is searched for comes last. */
export function markWish(turn: Turn, words: string | undefined): void {
  const isSearch = top(turn)?.flow === turn.book.moments.get('anything else');
  const wish: Wish = { place: isSearch ? 'last' : 'fresh', turn: turn.number };
  replaceTop(turn, { wish: words === undefined ? wish : { ...wish, words } });
}

/** A wish that has waited for the question of another comes now: what had been written of it is long past. */
export function recallWish(turn: Turn): void {
  const place = partsBegin(turn.stack, turn.stack.length - 1);
  const wish = turn.stack[place]?.wish;
  if (wish?.words === undefined || wish.turn === turn.number) return;
  forgetWords(turn, place);
  sayWords(turn, 'alsoWritten', { wish: wish.words });
}

function forgetWords({ stack }: Turn, place: number): void {
  const frame = stack[place];
  if (frame?.wish) stack[place] = { ...frame, wish: { place: frame.wish.place, turn: frame.wish.turn } };
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
  return putOff(turn, ({ wish }) => wish?.place === 'fresh');
}

function putOff(turn: Turn, goesBefore: (other: Frame) => boolean): boolean {
  const place = partsBegin(turn.stack, turn.stack.length - 1);
  const bottom = wishesBegin(turn.stack, place);
  const isFresh = turn.stack[place]?.wish?.place === 'fresh' && top(turn)?.asked === 0;
  if (isFresh && turn.stack.slice(bottom, place).some(goesBefore)) return moveBeneath(turn, place, bottom);
  forgetWords(turn, place);
  return false;
}

/** A flow that runs others as a part goes with them. */
function moveBeneath(turn: Turn, place: number, bottom: number): true {
  const moved = turn.stack.splice(place).map((frame) => placed(frame, 'put-off'));
  turn.stack.splice(bottom, 0, ...moved);
  turn.scope = null;
  return true;
}

function placed(frame: Frame, place: Wish['place']): Frame {
  return frame.wish ? { ...frame, wish: { ...frame.wish, place } } : frame;
}

/** The place of the flow that runs the one at `place`, as a part or a part of a part. */
function partsBegin(stack: readonly Frame[], place: number): number {
  return stack[place - 1]?.asked === running ? partsBegin(stack, place - 1) : place;
}

/** The lowest of the wishes that the one at `place` may be put beneath. */
function wishesBegin(stack: readonly Frame[], place: number): number {
  const beneath = partsBegin(stack, place - 1);
  const wish = stack[beneath]?.wish;
  return wish === undefined || wish.place === 'last' ? place : wishesBegin(stack, beneath);
}

/**
 * What is still to come when the shopper goes on with something else: the wishes of an earlier message that have not asked anything
 * yet stay, whatever becomes of the rest (`onlyWishes`).
 */
export function stillToCome(stack: readonly Frame[], { onlyWishes }: { onlyWishes: boolean }): readonly Frame[] {
  return stack.flatMap((frame, place) => {
    const first = stack[partsBegin(stack, place)];
    if (onlyWishes && (first?.wish === undefined || stack[partsEnd(stack, place)]?.asked !== 0)) return [];
    return [placed(frame, 'last')];
  });
}

function partsEnd(stack: readonly Frame[], place: number): number {
  return stack[place]?.asked === running && place + 1 < stack.length ? partsEnd(stack, place + 1) : place;
}
