import type { PartOrigin } from '../../../../src/channel/adapter.ts';
import type { Choice } from '../../../../src/channel/message.ts';
import { pressables, type RenderedPart } from '../../../../src/channel/rendered-part.ts';

/** What can be typed to press what was shown last. */
export interface Keys {
  /** Tells the key of each choice of a part. */
  add(part: RenderedPart, message: KeyedMessage): (choiceId: string) => string;
  pressed(typed: string): Choice | null;
}

/** The message that a part belongs to. */
export interface KeyedMessage extends Pick<PartOrigin, 'choices' | 'firstNumber'> {
  /** Names the turn among all; what an earlier one offered is forgotten. */
  readonly turn: string;
}

/** The numbers are those under which the choices would be answered in writing, so that one in a text means the same. */
export function createKeys(): Keys {
  let turn: string | null = null;
  const pressable = new Map<string, Choice>();
  return {
    add(part, message) {
      if (message.turn !== turn) pressable.clear();
      turn = message.turn;
      const keyOf = keysOf(message, pressables(part));
      for (const choice of pressables(part)) pressable.set(keyOf(choice.id), choice);
      return keyOf;
    },
    pressed: (typed) => pressable.get(typed.trim()) ?? null,
  };
}

function keysOf({ choices, firstNumber }: KeyedMessage, shown: readonly Choice[]): (choiceId: string) => string {
  const all = choices.length > 0 ? choices : shown;
  const sign = misleads(all, firstNumber) ? '#' : '';
  return (choiceId) => `${sign}${firstNumber + all.findIndex(({ id }) => id === choiceId)}`;
}

/** A label that is the number of another choice (sizes 3, 2, 1) must stay something that can be written. */
function misleads(choices: readonly Choice[], first: number): boolean {
  return choices.some(({ label }, index) => {
    const number = /^\s*\d+\s*$/u.test(label) ? Number(label) : Number.NaN;
    return number >= first && number < first + choices.length && number !== first + index;
  });
}
