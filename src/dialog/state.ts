import type { Choice } from '../channel/message.ts';
import type { Json } from '../storage/json.ts';
import type { StepId } from './book.ts';

/** A conversation's place in its flows: plain JSON, stored after every turn. */
export interface DialogState {
  readonly version: 1;
  /** Turns taken. */
  readonly turn: number;
  /** BCP 47; `null` until known: then the shop's own. */
  readonly locale: string | null;
  /** Running flows; the last is on top. */
  readonly stack: readonly Frame[];
  /** What can be picked now, by number, label or press; `null` when nothing was offered. */
  readonly menu: Menu | null;
  /** What outlives a flow. */
  readonly memory: Slots;
  /** An action whose result is awaited; only within a turn, or while a slow one runs. */
  readonly awaiting: Awaiting | null;
  /** Since when a person holds the conversation, epoch ms. */
  readonly handoffSince: number | null;
}

export interface Frame {
  readonly flow: string;
  /** The step it waits at, or is about to take. */
  readonly step: StepId;
  readonly slots: Slots;
  /** Misunderstood answers at this step. */
  readonly attempts: number;
  /** The turn in which this step was asked first: part of its choices' ids, so that an old button cannot answer a new question. */
  readonly asked: number;
}

export type Slots = Readonly<Record<string, Json>>;

export interface Menu {
  readonly firstNumber: number;
  readonly choices: readonly Choice[];
}

export interface Awaiting {
  /** Index of the effect in its turn. */
  readonly effect: number;
  readonly action: string;
  /** What the result is for: the `do` step on top, facts for it, or the lookup of a slot's value. */
  readonly purpose: 'step' | 'facts' | 'lookup';
}

export const freshState: DialogState = {
  version: 1,
  turn: 0,
  locale: null,
  stack: [],
  menu: null,
  memory: {},
  awaiting: null,
  handoffSince: null,
};
