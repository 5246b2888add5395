import type { Json, JsonObject } from '../../storage/json.ts';
import type { Book, Fact, Flow, Scope, Step } from '../book.ts';
import type { Effect, NoteCode } from '../effect.ts';
import type { DialogEvent } from '../event.ts';
import { languageChoices } from '../languages.ts';
import type { Awaiting, DialogState, Frame, Menu, Slots, Unanswered } from '../state.ts';
import { fallbackChain } from './fallback-chain.ts';

/** One call of `step` while it is being worked out: the only thing in the engine that changes, and it never leaves it. */
export interface Turn {
  readonly book: Book;
  readonly event: DialogEvent;
  /** Best first; the shop's own last. */
  locales: readonly string[];
  readonly number: number;
  locale: string | null;
  readonly stack: Frame[];
  readonly effects: Effect[];
  /** Index of this step's first effect within its turn. */
  readonly firstEffect: number;
  facts: Partial<Record<Fact, Json>>;
  menu: Menu | null;
  /** The menu was shown in this turn: what is shown next goes on counting. */
  menuIsFresh: boolean;
  memory: Slots;
  handoffSince: number | null;
  desk: DialogState['desk'] | undefined;
  refused: string | null;
  mood: DialogState['mood'];
  upset: DialogState['upset'];
  language: DialogState['language'];
  /** The language that they may have written in. */
  doubted: string | null;
  unanswered: readonly Unanswered[];
  taken: number;
  awaiting: Awaiting | null;
  /** The shopper wanted something else in this turn: what was asked before stands above it. */
  digressed: boolean;
  /** An event that has to be heard once facts are there. */
  hearAgain: DialogEvent | null;
  /** What templates see now; rebuilt after a change. */
  scope: Scope | null;
}

export function beginTurn(book: Book, state: DialogState, event: DialogEvent): Turn {
  const awaited = event.type === 'result' ? state.awaiting : null;
  const locale = state.locale ?? event.locale ?? null;
  return {
    book,
    event,
    locale,
    locales: fallbackChain(locale, book.shop.locale),
    number: event.type === 'result' ? state.turn : state.turn + 1,
    stack: [...state.stack],
    effects: [],
    firstEffect: awaited ? awaited.effect + 1 : 0,
    facts: awaited ? { ...awaited.facts } : {},
    menu: state.menu,
    menuIsFresh: awaited?.menuIsFresh ?? false,
    memory: state.memory,
    handoffSince: state.handoffSince,
    desk: state.desk,
    refused: state.refused ?? null,
    mood: state.mood,
    upset: state.upset,
    language: state.language,
    doubted: state.doubted ?? null,
    unanswered: state.unanswered ?? [],
    taken: awaited?.taken ?? 0,
    awaiting: awaited,
    digressed: awaited?.digressed ?? false,
    hearAgain: awaited?.hearAgain ?? null,
    scope: null,
  };
}

export function endTurn(turn: Turn): { state: DialogState; effects: readonly Effect[] } {
  const state: DialogState = {
    version: 1,
    turn: turn.number,
    locale: turn.locale,
    stack: turn.stack,
    menu: turn.menu,
    memory: turn.memory,
    awaiting: turn.awaiting,
    handoffSince: turn.handoffSince,
    ...(turn.desk && { desk: turn.desk }),
    ...(turn.refused === null ? {} : { refused: turn.refused }),
    ...(turn.mood && { mood: turn.mood }),
    ...(turn.upset && { upset: turn.upset }),
    ...(turn.language && { language: turn.language }),
    ...(turn.language === 'doubted' && turn.doubted !== null ? { doubted: turn.doubted } : {}),
    ...(turn.unanswered.length > 0 && { unanswered: turn.unanswered }),
  };
  return { state, effects: turn.effects };
}

export function top(turn: Turn): Frame | undefined {
  return turn.stack.at(-1);
}

export function replaceTop(turn: Turn, change: Partial<Frame>): void {
  const frame = turn.stack.pop();
  if (!frame) return;
  turn.stack.push({ ...frame, ...change });
  if (change.slots || change.given) turn.scope = null;
}

export function flowOf(turn: Turn, frame: Frame): Flow | undefined {
  return turn.book.flows.get(frame.flow);
}

export function stepOf(turn: Turn, frame: Frame): Step | undefined {
  return flowOf(turn, frame)?.steps.get(frame.step);
}

export function setSlot(turn: Turn, name: string, value: Json): void {
  const frame = top(turn);
  if (frame) replaceTop(turn, { slots: { ...frame.slots, [name]: value } });
}

/** The language of the conversation; until it is known, the shop's. */
export function localeOf(turn: Turn): string {
  return turn.locale ?? turn.book.shop.locale;
}

export function scopeOf(turn: Turn): Scope {
  // What a trigger gave for a question that is still to be asked can be seen already: as words.
  turn.scope ??= {
    ...turn.facts,
    ...top(turn)?.given,
    ...top(turn)?.slots,
    memory: turn.memory,
    shop: shopScope(turn.book),
  };
  return turn.scope;
}

const shopScopes = new WeakMap<Book, JsonObject>();

function shopScope(book: Book): JsonObject {
  const scope = shopScopes.get(book) ?? { ...book.shop, languages: languageChoices(book) };
  shopScopes.set(book, scope);
  return scope;
}

export function note(turn: Turn, code: NoteCode): void {
  const frame = top(turn);
  turn.effects.push({ type: 'note', code, flow: frame?.flow ?? '', step: frame?.step ?? '' });
}

/** Ends the turn here until the action's result comes back. */
export function act(turn: Turn, call: { action: string; input: JsonObject; purpose: Awaiting['purpose'] }): void {
  turn.effects.push({ type: 'act', action: call.action, input: call.input });
  turn.awaiting = {
    effect: turn.firstEffect + turn.effects.length - 1,
    purpose: call.purpose,
    hearAgain: turn.hearAgain,
    facts: turn.facts,
    taken: turn.taken,
    menuIsFresh: turn.menuIsFresh,
    ...(turn.digressed && { digressed: true as const }),
  };
}

/** Asks for the first fact that is still missing; `hearAgain` is heard once all are there. True when the turn has to wait. */
export function lacksFacts(turn: Turn, needs: readonly Fact[], hearAgain: DialogEvent | null = null): boolean {
  for (const fact of needs) {
    if (fact in turn.facts) continue;
    turn.hearAgain = hearAgain;
    act(turn, { action: `facts.${fact}`, input: {}, purpose: { for: 'facts', fact } });
    return true;
  }
  return false;
}
