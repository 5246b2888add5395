import type { Choice } from '../../../../src/channel/message.ts';
import type { RenderedPart } from '../../../../src/channel/rendered-part.ts';

/** What can be typed to press what was shown last. */
export interface Keys {
  /** Gives each choice of a part its key; a choice that a message shows again keeps the one it has. */
  add(part: RenderedPart, message: KeyedMessage): (choiceId: string) => string;
  pressed(typed: string): Choice | null;
}

/** The message that a part belongs to. */
export interface KeyedMessage {
  /** Names the turn among all; what an earlier one offered is forgotten. */
  readonly turn: string;
  /** Within its turn. */
  readonly index: number;
  readonly firstNumber: number;
}

interface MessageKeys {
  readonly message: number;
  readonly keys: Map<string, string>;
}

/** The numbers are those under which the choices would be answered in writing, so that one in a text means the same. */
export function createKeys(): Keys {
  let turn: string | null = null;
  let current: MessageKeys = { message: -1, keys: new Map() };
  const pressable = new Map<string, Choice>();
  const enter = (message: KeyedMessage): MessageKeys => {
    if (message.turn !== turn) pressable.clear();
    if (message.turn !== turn || message.index !== current.message)
      current = { message: message.index, keys: new Map() };
    turn = message.turn;
    return current;
  };
  return {
    add(part, message) {
      const { keys } = enter(message);
      const choices = choicesOn(part);
      const sign = misleads(choices, message.firstNumber + keys.size) ? '#' : '';
      for (const choice of choices) {
        const key = keys.get(choice.id) ?? `${sign}${message.firstNumber + keys.size}`;
        keys.set(choice.id, key);
        pressable.set(key, choice);
      }
      return (choiceId) => keys.get(choiceId) ?? '';
    },
    pressed: (typed) => pressable.get(typed.trim()) ?? null,
  };
}

/** All that can be pressed on a part. A product says its title, as it does wherever it is picked. */
function choicesOn(part: RenderedPart): readonly Choice[] {
  switch (part.type) {
    case 'buttons':
    case 'list':
      return part.choices;
    case 'cards':
      return [...part.cards.map(({ choice, title }) => ({ id: choice.id, label: title })), ...part.choices];
    case 'text':
    case 'image':
    case 'receipt':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
      return [];
  }
}

/** A label that is the number of another choice (sizes 3, 2, 1) must stay something that can be written. */
function misleads(choices: readonly Choice[], first: number): boolean {
  return choices.some(({ label }, index) => {
    const number = /^\s*\d+\s*$/u.test(label) ? Number(label) : Number.NaN;
    return number >= first && number < first + choices.length && number !== first + index;
  });
}
