import type { Book } from '../dialog/book.ts';
import type { Command } from '../understanding/command.ts';
import type { AssistantQuestion } from './assistant.ts';
import { figuresIn } from './grounding/figures.ts';
import { fold } from './grounding/fold.ts';
import { shopperFlows, slotsOf } from './shopper-flows.ts';

interface Asked {
  readonly book: Pick<Book, 'flows'>;
  readonly question: AssistantQuestion;
}

/** What is left of a model's commands: flows, slots and values that there are. The engine checks them again, and reads the values. */
export function heldCommands(commands: readonly Command[], asked: Asked): readonly Command[] {
  return commands.flatMap((command) => held(command, asked) ?? []);
}

function held(command: Command, { book, question }: Asked): Command | null {
  const startable = shopperFlows(book).map(({ id }) => id);
  switch (command.command) {
    case 'start-flow':
      return startable.includes(command.flow) ? { ...command, slots: heldSlots(command, { book, question }) } : null;
    case 'set-slot':
      return openSlots({ book, question }).includes(command.slot) && isTheirs(command.value, question) ? command : null;
    case 'correct-slot':
      return question.open?.answered.includes(command.slot) && isTheirs(command.value, question) ? command : null;
    case 'cancel':
      return question.open === null ? null : command;
    case 'clarify': {
      const flows = [...new Set(command.flows)].filter((flow) => startable.includes(flow));
      return flows.length < 2 ? null : { command: 'clarify', flows };
    }
    case 'answer':
    case 'handoff':
      return command;
  }
}

function heldSlots({ flow, slots }: Extract<Command, { command: 'start-flow' }>, { book, question }: Asked) {
  const known = book.flows.get(flow);
  const names = known === undefined ? [] : slotsOf(known);
  return Object.fromEntries(
    Object.entries(slots).filter(([name, value]) => names.includes(name) && isTheirs(value, question)),
  );
}

function openSlots({ book, question }: Asked): readonly string[] {
  const flow = question.open === null ? undefined : book.flows.get(question.open.flow);
  return flow === undefined ? [] : slotsOf(flow);
}

/** A value is the shopper's, or one that was offered: no figure and no address is made up for them. */
function isTheirs(value: string, { text, open }: AssistantQuestion): boolean {
  const folded = fold(value).trim();
  if (folded === '') return false;
  if (open?.choices.some((choice) => fold(choice) === folded)) return true;
  const said = fold(text);
  if (folded.includes('@')) return said.includes(folded);
  const theirs = figuresIn(said).flatMap(({ values }) => values);
  return figuresIn(folded).every(({ values }) => values.some((one) => theirs.includes(one)) || values.length === 0);
}
