import type { Book } from '../dialog/book.ts';
import type { Command } from '../understanding/command.ts';
import type { AssistantQuestion } from './assistant.ts';
import { changesAtOnce } from './changes-at-once.ts';
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
      return startable.includes(command.flow) ? heldStart(command, { book, question }) : null;
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

type Start = Extract<Command, { command: 'start-flow' }>;

/**
 * What would change something before the shopper has said another word starts with nothing but their own words, and only where these made
 * one think of it without a model as well; else they are asked whether they mean it.
 */
function heldStart(command: Start, asked: Asked): Command {
  const { book, question } = asked;
  const slots = heldSlots(command, asked);
  if (!changesAtOnce(book, command.flow, Object.keys(slots))) return { ...command, slots };
  const own = Object.fromEntries(Object.entries(slots).filter(([, value]) => isSaid(value, question)));
  const isMeant = question.near.includes(command.flow) || !changesAtOnce(book, command.flow, Object.keys(own));
  return isMeant ? { ...command, slots: own } : { command: 'clarify', flows: [command.flow] };
}

function heldSlots({ flow, slots }: Start, { book, question }: Asked): Readonly<Record<string, string>> {
  const names = settable(book, flow);
  return Object.fromEntries(
    Object.entries(slots).filter(([name, value]) => names.includes(name) && isTheirs(value, question)),
  );
}

function openSlots({ book, question }: Asked): readonly string[] {
  return question.open === null ? [] : settable(book, question.open.flow);
}

/** A yes is the shopper's own to say. */
function settable(book: Pick<Book, 'flows'>, flow: string): readonly string[] {
  const known = book.flows.get(flow);
  if (known === undefined) return [];
  const agreements = [...known.steps.values()].flatMap((step) => {
    return step.kind === 'ask' && step.type === 'yes-no' ? [step.slot] : [];
  });
  return slotsOf(known).filter((slot) => !agreements.includes(slot));
}

/** Every word of it is in what the shopper wrote, endings aside. */
function isSaid(value: string, { text }: AssistantQuestion): boolean {
  const said = wordsOf(text);
  return wordsOf(value).every((word) =>
    said.some(
      (one) => one === word || (word.length > 3 && (one.startsWith(word) || (one.length > 3 && word.startsWith(one)))),
    ),
  );
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
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
