import { freshState } from '../src/dialog/state.ts';
import { costOf, interleaved, spreadOf } from './measure.ts';
import type { Piece, Row } from './piece.ts';
import { loadShoppingBook } from './shopping/book.ts';
import { engineTurn, type Pocket, wordsOf } from './shopping/engine-talk.ts';
import { botTurn, freshBotState } from './shopping/switch-bot.ts';
import { sayingOf, talk } from './shopping/talk.ts';

/** One subject: holds whole conversations, its state serialised after every turn. */
type Talk = (conversations: number, hear?: (heard: string, turn: number) => void) => void;

interface Keeping {
  /** Each turn begins with the state as it was written, as after a restart; otherwise with the one that is at hand, as a process does that keeps what it has read. */
  readonly readBack: boolean;
}

/** What is serialised has to be used, or it need not be done. */
let written = 0;

export const engine: Piece = {
  name: 'engine',
  about: 'the pure dialog engine on a shopping conversation of 12 turns, state serialised after every turn',
  async run({ quick, show }) {
    const subjects = {
      Parley: engineTalk({ readBack: false }),
      'Parley, state read back too': engineTalk({ readBack: true }),
      'switch by hand': switchTalk({ readBack: false }),
      'switch by hand, state read back too': switchTalk({ readBack: true }),
    };
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
    if (written === 0) throw new Error('Nothing was serialised');
    show({ title: 'Engine alone', rows });
    return [];
  },
};

function engineTalk({ readBack }: Keeping): Talk {
  const book = loadShoppingBook();
  return (conversations, hear) => {
    for (let number = 0; number < conversations; number += 1) {
      let state = freshState;
      const pocket: Pocket = { lines: [] };
      for (let turn = 0; turn < talk.length; turn += 1) {
        const event = { type: 'text', text: sayingOf(turn).says, at: 1_790_000_000_000 + turn } as const;
        const taken = engineTurn(book, { state, event, pocket });
        state = kept(taken.state, readBack);
        hear?.(taken.effects.map((effect) => (effect.type === 'send' ? wordsOf(effect.message) : '')).join('\n'), turn);
      }
    }
  };
}

function switchTalk({ readBack }: Keeping): Talk {
  return (conversations, hear) => {
    for (let number = 0; number < conversations; number += 1) {
      let state = freshBotState;
      for (let turn = 0; turn < talk.length; turn += 1) {
        const taken = botTurn(state, sayingOf(turn).says);
        state = kept(taken.state, readBack);
        hear?.(taken.replies.map(({ text }) => text).join('\n'), turn);
      }
    }
  };
}

function kept<State>(state: State, readBack: boolean): State {
  const serialised = JSON.stringify(state);
  written += serialised.length;
  return readBack ? (JSON.parse(serialised) as State) : state;
}

/** A subject that answers something else is not measured: throws. */
function checkTalk(hold: Talk): void {
  hold(1, (heard, turn) => {
    const { says, hears } = sayingOf(turn);
    if (!heard.includes(hears)) throw new Error(`"${says}" was answered with "${heard}" instead of "${hears}"`);
  });
}
