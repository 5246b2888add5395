import type { Message } from '../../src/channel/message.ts';
import { plainText } from '../../src/channel/rich-text.ts';
import type { Book } from '../../src/dialog/book.ts';
import type { Effect } from '../../src/dialog/effect.ts';
import type { DialogEvent, Outcome } from '../../src/dialog/event.ts';
import type { DialogState } from '../../src/dialog/state.ts';
import { step } from '../../src/dialog/step.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { basket } from './actions.ts';
import { type CartLine, shelf, type Wanted, withWanted } from './shelf.ts';

/** What the actions of one conversation have to keep when there is no store. */
export interface Pocket {
  lines: readonly CartLine[];
}

/** One turn of the engine alone: step, and step again with what each action has returned. */
export function engineTurn(
  book: Book,
  { state, event, pocket }: { state: DialogState; event: DialogEvent; pocket: Pocket },
) {
  let result = step(book, state, event);
  const effects = [...result.effects];
  for (let last = effects.at(-1); last?.type === 'act'; last = result.effects.at(-1)) {
    const effect = effects.length - 1;
    const outcome = outcomeOf(last, pocket);
    result = step(book, result.state, { type: 'result', effect, outcome, at: event.at });
    effects.push(...result.effects);
  }
  return { state: result.state, effects };
}

function outcomeOf({ action, input }: Extract<Effect, { type: 'act' }>, pocket: Pocket): Outcome {
  switch (action) {
    case 'catalog.search':
      return returned({ total: shelf.length, products: shelf });
    case 'cart.add': {
      pocket.lines = withWanted(pocket.lines, input as unknown as Wanted) ?? pocket.lines;
      return returned({ ...basket(pocket.lines), label: pocket.lines.at(-1)?.label ?? '' });
    }
    case 'cart.show':
      return returned(basket(pocket.lines));
    default:
      return { result: 'failed', code: 'UNKNOWN_ACTION' };
  }
}

function returned(value: object): Outcome {
  return { result: 'returned', value: value as JsonObject };
}

/** Everything a message says, for checking that a conversation goes as it should. */
export function wordsOf(message: Message): string {
  const text = plainText(message.text);
  if (message.type === 'choices') return [text, ...message.choices.map(({ label }) => label)].join('\n');
  return message.type === 'products' ? [text, ...message.products.map(({ title }) => title)].join('\n') : text;
}
