import type { Choice, Message } from '../../../src/channel/message.ts';
import { answerables } from '../../../src/channel/message.ts';
import { plainText } from '../../../src/channel/rich-text.ts';
import type { Book } from '../../../src/dialog/book.ts';
import type { Effect } from '../../../src/dialog/effect.ts';
import type { DeskMove, DialogEvent, Outcome } from '../../../src/dialog/event.ts';
import { type DialogState, freshState } from '../../../src/dialog/state.ts';
import { step } from '../../../src/dialog/step.ts';
import type { Json, JsonObject } from '../../../src/storage/json.ts';

export type Actions = Readonly<Record<string, (input: JsonObject) => Outcome>>;

export const returned = (value: JsonObject): Outcome => ({ result: 'returned', value });
export const refused = (reason: string, details: Json = null): Outcome => ({ result: 'refused', reason, details });
export const failed: Outcome = { result: 'failed', code: 'TIMEOUT' };

type Bare<Event> = Event extends DialogEvent ? Omit<Event, 'at'> : never;

export interface Start {
  readonly actions?: Actions;
  readonly state?: DialogState;
  readonly at?: number;
}

/** One shopper's conversation; each method is a turn and gives what was said in it. */
export function converse(book: Book, { actions = {}, state = freshState, at = 1_800_000_000_000 }: Start = {}) {
  let now = state;
  let flows = book;
  let last: readonly Effect[] = [];

  function hear(event: Bare<DialogEvent>): string {
    let told = step(flows, now, { ...event, at });
    const effects = [...told.effects];
    for (let call = told.effects.at(-1); call?.type === 'act'; call = told.effects.at(-1)) {
      const outcome = actions[call.action]?.(call.input) ?? failed;
      told = step(flows, told.state, { type: 'result', effect: effects.length - 1, outcome, at });
      effects.push(...told.effects);
    }
    now = told.state;
    last = effects;
    return said(effects);
  }

  return {
    hear,
    say: (text: string) => hear({ type: 'text', text }),
    press: (id: string) => hear({ type: 'choice', id }),
    /** Presses what is labelled so, as it was offered last. */
    pressLabel: (label: string) => hear({ type: 'choice', id: idOf(last, label) }),
    open: (payload: string | null = null) => hear({ type: 'opened', payload }),
    desk: (does: DeskMove) => hear({ type: 'desk', does }),
    silent: (asked: number) => hear({ type: 'silence', asked }),
    idOf: (label: string) => idOf(last, label),
    change: (changed: Book) => {
      flows = changed;
    },
    get state() {
      return now;
    },
    get effects() {
      return last;
    },
    get notes() {
      return last.flatMap((effect) => (effect.type === 'note' ? [effect.code] : []));
    },
    get acts() {
      return last.flatMap((effect) => (effect.type === 'act' ? [effect] : []));
    },
    get messages() {
      return messagesOf(last);
    },
    get slots() {
      return now.stack.at(-1)?.slots ?? {};
    },
    get flows() {
      return now.stack.map(({ flow }) => flow);
    },
  };
}

function messagesOf(effects: readonly Effect[]): readonly Message[] {
  return effects.flatMap((effect) => (effect.type === 'send' ? [effect.message] : []));
}

/** Messages are parted by ` / `, choices follow in brackets as they are numbered. */
function said(effects: readonly Effect[]): string {
  return messagesOf(effects).map(shown).join(' / ');
}

function shown(message: Message): string {
  const text = plainText(message.text).replaceAll('\n', ' ').replace(/ +/g, ' ');
  const choices = answerables(message);
  if (choices.length === 0) return message.type === 'image' ? `(${message.url}) ${text}`.trim() : text;
  const first = 'firstNumber' in message ? (message.firstNumber ?? 1) : 1;
  return `${text} [${choices.map(({ label }, index) => `${first + index} ${label}`).join(', ')}]`;
}

function idOf(effects: readonly Effect[], label: string): string {
  const offered: readonly Choice[] = messagesOf(effects).flatMap(answerables);
  const choice = offered.find((one) => one.label === label);
  if (!choice) throw new Error(`Not offered: ${label}`);
  return choice.id;
}
