import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerables } from '../../../src/channel/message.ts';
import { plainText } from '../../../src/channel/rich-text.ts';
import type { Book } from '../../../src/dialog/book.ts';
import type { Effect } from '../../../src/dialog/effect.ts';
import type { DialogEvent, Outcome } from '../../../src/dialog/event.ts';
import { type DialogState, freshState } from '../../../src/dialog/state.ts';
import { type StepResult, step } from '../../../src/dialog/step.ts';
import type { WordKey } from '../../../src/dialog/words.ts';
import { type Luck, type Move, moves, outcome } from './starter-moves.ts';
import { goodDay, starterBooks } from './starter-shop.ts';

const reached = new Map<string, number>();

function count(what: string, times = 1): void {
  if (times > 0) reached.set(what, (reached.get(what) ?? 0) + times);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** Comes back from JSON as it is; quicker than comparing. */
function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return false;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).every(isJson);
}

/** One step with all that must hold of every step. */
function checkedStep(book: Book, state: DialogState, event: DialogEvent): StepResult {
  const result = step(book, state, deepFreeze(event));
  const written = JSON.stringify(result);
  if (written !== JSON.stringify(step(book, state, event))) expect(step(book, state, event)).toEqual(result);
  if (!isJson(result)) expect(JSON.parse(written)).toStrictEqual(result);
  expect(result.state.awaiting !== null).toBe(result.effects.at(-1)?.type === 'act');
  expect(result.state.awaiting?.taken ?? 0).toBeLessThanOrEqual(50);
  expect(result.state.stack.length).toBeLessThanOrEqual(8);
  for (const { id } of offered(result.effects)) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
  return deepFreeze(result);
}

function offered(effects: readonly Effect[]) {
  return effects.flatMap((effect) => (effect.type === 'send' ? answerables(effect.message) : []));
}

interface Table {
  readonly book: Book;
  readonly luck: Luck;
  readonly at: number;
}

function takeTurn({ book, luck, at }: Table, state: DialogState, event: DialogEvent): StepResult {
  let told = checkedStep(book, state, event);
  const effects = [...told.effects];
  let calls = 0;
  for (let call = effects.at(-1); call?.type === 'act'; call = told.effects.at(-1)) {
    const chosen = luck[calls] ?? 'good';
    calls += 1;
    // A turn takes 50 steps at most; facts, which may be wanted again after each change, come on top.
    expect(calls).toBeLessThanOrEqual(150);
    const result: Outcome = chosen === 'good' ? { result: 'returned', value: goodDay[call.action] ?? {} } : chosen;
    told = checkedStep(book, told.state, { type: 'result', effect: effects.length - 1, outcome: result, at });
    effects.push(...told.effects);
  }
  return { state: told.state, effects };
}

function eventOf(one: Move, state: DialogState, seen: readonly string[]): DialogEvent | null {
  const at = 1_800_000_000_000 + state.turn * 1000;
  switch (one.does) {
    case 'text':
      return { type: 'text', text: one.text, at, ...(one.text === 'hola' ? { locale: 'es-MX' } : {}) };
    case 'press-id':
      return { type: 'choice', id: one.text, at };
    case 'press': {
      const open = state.menu?.choices ?? [];
      return { type: 'choice', id: open[one.nth % Math.max(1, open.length)]?.id ?? 'browse', at };
    }
    case 'press-old':
      return { type: 'choice', id: seen[one.nth % Math.max(1, seen.length)] ?? '1.x', at };
    case 'silence':
      return { type: 'silence', asked: (state.stack.at(-1)?.asked ?? 1) - one.nth, at };
    case 'open':
      return { type: 'opened', payload: null, at };
    case 'sticker':
      return { type: 'unsupported', what: 'sticker', at };
    case 'place':
      return { type: 'location', latitude: 52.5, longitude: 13.4, at };
    case 'news':
      return { type: 'news', news: one.news, slots: { order: 'o1', product: 'mug' }, at };
    case 'take':
      return { type: 'desk', does: 'take', at };
    case 'desk-says':
      return { type: 'desk', does: { say: 'Kim here.' }, at };
    case 'give-back':
      return { type: 'desk', does: 'give-back', at };
    case 'change-flows':
      return null;
  }
}

function inEveryLanguage(book: Book, key: WordKey): readonly string[] {
  return [['en'], ['es-MX', 'es', 'en']].map((locales) => book.words[key].plain({ value: '' }, locales));
}

function fromBefore(book: Book, effects: readonly Effect[]): readonly string[] {
  const words = [...inEveryLanguage(book, 'oldMenu'), ...inEveryLanguage(book, 'oldButton')];
  return said(effects).filter((text) => words.includes(text));
}

function said(effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => (effect.type === 'send' ? [plainText(effect.message.text)] : []));
}

/** Nothing that was just shown is answered with "that is from before". */
function everyChoiceIsUnderstood(table: Table, { state, effects }: StepResult): void {
  if (state.handoffSince !== null) return;
  for (const { id } of offered(effects)) {
    const answer = takeTurn({ ...table, luck: [] }, state, { type: 'choice', id, at: table.at });
    expect(fromBefore(table.book, answer.effects)).toEqual([]);
    count('choices pressed');
  }
}

function countTurn(
  book: Book,
  before: DialogState,
  { state, effects, event }: StepResult & { event: DialogEvent },
): void {
  const corrected = inEveryLanguage(book, 'corrected').map((words) => words.replace(/[ .]+$/u, ''));
  count('corrections', said(effects).filter((text) => corrected.some((words) => text.startsWith(words))).length);
  count('old buttons', fromBefore(book, effects).length);
  count('digressions', state.stack.length > before.stack.length && before.stack.length > 0 ? 1 : 0);
  count('handoffs', effects.some(({ type }) => type === 'handoff') ? 1 : 0);
  count('silences', event.type === 'silence' && effects.length > 0 ? 1 : 0);
  count('news', event.type === 'news' && said(effects).length > 0 ? 1 : 0);
  for (const effect of effects) {
    if (effect.type === 'note') count(effect.code);
    if (effect.type === 'act' && effect.action === 'checkout.place') count('orders placed');
    if (effect.type === 'act') count(effect.action.startsWith('lookup.') ? 'lookups' : 'actions');
    if (effect.type === 'send') count(`message ${effect.message.type}`);
  }
}

it('any conversation over the starter flows keeps every promise of the engine', async () => {
  const books = await starterBooks();
  fc.assert(
    fc.property(
      moves,
      fc.array(fc.array(outcome, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      (played, luck) => {
        let state: DialogState = deepFreeze({ ...freshState });
        let flows = 0;
        const seen: string[] = [];
        for (const [index, one] of played.entries()) {
          const event = eventOf(one, state, seen);
          if (event === null) {
            flows = 1 - flows;
            continue;
          }
          const book = books[flows] ?? books[0];
          const table = { book, luck: luck[index % luck.length] ?? [], at: event.at };
          const turn = takeTurn(table, state, event);
          countTurn(book, state, { ...turn, event });
          everyChoiceIsUnderstood(table, turn);
          seen.push(...offered(turn.effects).map(({ id }) => id));
          state = turn.state;
        }
      },
    ),
    { numRuns: 130 },
  );
  const least = {
    'choices pressed': 500,
    actions: 500,
    lookups: 50,
    digressions: 50,
    corrections: 5,
    handoffs: 20,
    silences: 3,
    news: 20,
    'orders placed': 5,
    'old buttons': 10,
    NOT_UNDERSTOOD: 20,
    GAVE_UP: 3,
    ACTION_FAILED: 20,
    STEP_CHANGED: 3,
    STEP_GONE: 3,
  };
  if (process.env['SHOW_REACHED']) console.info(Object.fromEntries(reached));
  const counted = Object.fromEntries(reached);
  for (const [what, times] of Object.entries(least)) expect(counted[what], what).toBeGreaterThanOrEqual(times);
}, 180_000);
