import type { DialogState } from '../src/dialog/state.ts';
import { freshState } from '../src/dialog/state.ts';
import { costOf, interleaved, spreadOf } from './measure.ts';
import type { Piece, Row } from './piece.ts';
import { loadShoppingBook } from './shopping/book.ts';
import { engineTurn, type Pocket, wordsOf } from './shopping/engine-talk.ts';
import { type BotState, botTurn, freshBotState } from './shopping/switch-bot.ts';
import { sayingOf, talk } from './shopping/talk.ts';

/** One subject: holds whole conversations, its state serialised and read back after every turn. */
type Talk = (conversations: number, hear?: (heard: string, turn: number) => void) => void;

export const engine: Piece = {
  name: 'engine',
  about: 'the pure dialog engine on a shopping conversation of 12 turns, state serialised after every turn',
  async run({ quick, show }) {
    const subjects = { engine: engineTalk(), switch: switchTalk() };
    for (const hold of Object.values(subjects)) checkTalk(hold);
    const conversations = quick ? 200 : 6_000;
    for (const hold of Object.values(subjects)) hold(quick ? 100 : 3_000);
    const measured = await interleaved(
      Object.fromEntries(
        Object.entries(subjects).map(([name, hold]) => [name, () => costOf(() => hold(conversations))]),
      ),
      quick ? 2 : 7,
    );
    const turns = conversations * talk.length;
    const rows = Object.entries(measured).map(([name, costs]): Row => {
      const { median, lowest, highest } = spreadOf(costs.map(({ cpuMs }) => turns / (cpuMs / 1_000)));
      const wall = spreadOf(costs.map(({ wallMs }) => turns / (wallMs / 1_000)));
      return { subject: name, 'turns/CPU s': median, lowest, highest, 'turns/s': wall.median, 'µs/turn': 1e6 / median };
    });
    show({ title: 'Engine alone', rows });
    return [];
  },
};

export function engineTalk(): Talk {
  const book = loadShoppingBook();
  return (conversations, hear) => {
    for (let number = 0; number < conversations; number += 1) {
      let stored = JSON.stringify(freshState);
      const pocket: Pocket = { lines: [] };
      for (let turn = 0; turn < talk.length; turn += 1) {
        const event = { type: 'text', text: sayingOf(turn).says, at: 1_790_000_000_000 + turn } as const;
        const taken = engineTurn(book, { state: JSON.parse(stored) as DialogState, event, pocket });
        stored = JSON.stringify(taken.state);
        hear?.(taken.effects.map((effect) => (effect.type === 'send' ? wordsOf(effect.message) : '')).join('\n'), turn);
      }
    }
  };
}

export function switchTalk(): Talk {
  return (conversations, hear) => {
    for (let number = 0; number < conversations; number += 1) {
      let stored = JSON.stringify(freshBotState);
      for (let turn = 0; turn < talk.length; turn += 1) {
        const taken = botTurn(JSON.parse(stored) as BotState, sayingOf(turn).says);
        stored = JSON.stringify(taken.state);
        hear?.(taken.replies.map(({ text }) => text).join('\n'), turn);
      }
    }
  };
}

/** A subject that answers something else is not measured: throws. */
function checkTalk(hold: Talk): void {
  hold(1, (heard, turn) => {
    const { says, hears } = sayingOf(turn);
    if (!heard.includes(hears)) throw new Error(`"${says}" was answered with "${heard}" instead of "${hears}"`);
  });
}
