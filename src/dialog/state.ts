import type { Choice } from '../channel/message.ts';
import type { Json } from '../storage/json.ts';
import type { Fact, StepId } from './book.ts';
import type { DialogEvent } from './event.ts';

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
  readonly awaiting: Awaiting | null;
  /** Since when a person holds the conversation, epoch ms. */
  readonly handoffSince: number | null;
  /** While a person holds it: whether they have written, and when the shopper was last told whose it is, epoch ms. */
  readonly desk?: { readonly wrote: boolean; readonly told?: number };
  /** The files that were last said to be unreadable, where they were sent as one. */
  readonly refused?: string;
  /** How the shopper has sounded lately, −1 to 1, and when that was heard, epoch ms. */
  readonly mood?: { readonly trend: number; readonly at: number };
  /** They sounded angry: to be answered when the turn has come to its end, or answered already. Forgotten after a while. */
  readonly upset?: { readonly at: number; readonly answered: boolean };
  /** How the language is known: heard, being in doubt, asked for, or chosen by the shopper. */
  readonly language?: 'heard' | 'doubted' | 'asked' | 'chosen';
  /** The one that is in doubt. */
  readonly doubted?: string;
  /** What the shopper asked and nothing has answered, oldest first, until it is written down for the merchant. */
  readonly unanswered?: readonly Unanswered[];
}

export interface Unanswered {
  readonly text: string;
  /** The choices that were offered for it: to pick one of them answers it. */
  readonly offered: readonly string[];
  /** The shopper has gone on without. */
  readonly isLeft: boolean;
  /** It came where a question of ours waited for an answer. */
  readonly answering: boolean;
}

export interface Frame {
  readonly flow: string;
  /** The step it waits at, or is about to take. */
  readonly step: StepId;
  readonly slots: Slots;
  /** Words that the trigger or another flow gave for slots that are still to be asked. */
  readonly given?: Readonly<Record<string, string>>;
  /** Misunderstood answers at this step. */
  readonly attempts: number;
  /**
   * The turn in which this step was asked first: part of its choices' ids, so that an old button cannot answer a new question.
   * 0: about to be taken. `running` (-1): another flow runs as a part of this one.
   */
  readonly asked: number;
  /** It is one of several wishes of a message. */
  readonly wish?: Wish;
  /** Slot → the question it answered, latest last, since an action last changed something: these can be corrected. */
  readonly answers?: Readonly<Record<string, StepId>>;
}

export interface Wish {
  /**
   * `fresh`: its first question is put off until the others have said what they can say at once; `put-off`: it has been; `last`: the
   * others do not go before its question, nor it before theirs.
   */
  readonly place: 'fresh' | 'put-off' | 'last';
  /** The turn in which it was written. */
  readonly turn: number;
  /** What was written of it, until it has been asked about: said again when it comes in a later turn. */
  readonly words?: string;
}

export const running = -1;

export type Slots = Readonly<Record<string, Json>>;

export interface Menu {
  readonly firstNumber: number;
  readonly choices: readonly Choice[];
  /** It asks which of a few was meant: the other answers to the question can still be named. */
  readonly asksWhich?: true;
  /** What the shopper wrote, should one of its choices search for it. */
  readonly words?: string;
}

/** An action whose result the turn waits for, and what the turn knows so far. Never outlives its turn. */
export interface Awaiting {
  /** Index of the effect in its turn. */
  readonly effect: number;
  /** What the result is for: the `do` step on top, facts for templates, or the lookup of a slot's value. */
  readonly purpose:
    | { readonly for: 'step' }
    /** `words`: what the shopper answered; `null` when they came with a trigger. */
    | { readonly for: 'lookup'; readonly words: string | null }
    | { readonly for: 'facts'; readonly fact: Fact }
    /** The assistant was asked what these words mean. */
    | { readonly for: 'assistant'; readonly words: string }
    /** The action of the question that waits was asked what these words mean. */
    | { readonly for: 'hearing'; readonly words: string }
    /** What it returns changes nothing of what is said. */
    | { readonly for: 'nothing' };
  /** What is to be heard again once the facts are there. */
  readonly hearAgain: DialogEvent | null;
  readonly facts: Readonly<Partial<Record<Fact, Json>>>;
  readonly taken: number;
  readonly menuIsFresh: boolean;
  readonly digressed?: true;
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
