import type { Book } from '../dialog/book.ts';
import type { Command } from '../understanding/command.ts';
import type { AssistantQuestion } from './assistant.ts';
import { changesAnything, changesAtOnce } from './changes-at-once.ts';
import { figuresIn } from './grounding/figures.ts';
import { fold } from './grounding/fold.ts';
import { foldedWords, isSameWord } from './grounding/same-word.ts';
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
      return openSlots({ book, question }).includes(command.slot) && isGiven(command, { book, question })
        ? command
        : null;
    case 'correct-slot':
      return question.open?.answered.includes(command.slot) && isGiven(command, { book, question }) ? command : null;
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
  if (!changesAnything(book, command.flow)) return { ...command, slots };
  const own = Object.fromEntries(Object.entries(slots).filter(([, value]) => isSaid(value, question)));
  const isMeant = question.near.includes(command.flow) || !changesAtOnce(book, command.flow, Object.keys(own));
  return isMeant ? { ...command, slots: own } : { command: 'clarify', flows: [command.flow] };
}

function heldSlots({ flow, slots }: Start, { book, question }: Asked): Readonly<Record<string, string>> {
  const names = settable(book, flow);
  return Object.fromEntries(
    Object.entries(slots).filter(([name, value]) => {
      if (!names.includes(name)) return false;
      return isPick(book, flow, name) ? isPicked(value, question) : isTheirs(value, question);
    }),
  );
}

type Given = Extract<Command, { command: 'set-slot' | 'correct-slot' }>;

/** A pick among what was offered is named in the shopper's own words; a yes or a no is never a model's to give. */
function isGiven({ slot, value }: Given, { book, question }: Asked): boolean {
  const { open } = question;
  if (open === null) return false;
  const isOpen = open.slot === slot;
  if (isOpen && open.type === 'yes-no') return false;
  if (book.flows.has(open.flow) && isAgreement(book, open.flow, slot)) return false;
  const isOffered = isOpen && (open.type === 'choice' || open.choices.length > 0);
  return isOffered || isPick(book, open.flow, slot) ? isPicked(value, question) : isTheirs(value, question);
}

function isAgreement(book: Pick<Book, 'flows'>, flow: string, slot: string): boolean {
  return askedAs(book, flow, slot).includes('yes-no');
}

function isPick(book: Pick<Book, 'flows'>, flow: string, slot: string): boolean {
  return askedAs(book, flow, slot).includes('choice');
}

/** As what a slot is asked for, wherever the flow does. */
function askedAs({ flows }: Pick<Book, 'flows'>, flow: string, slot: string): readonly string[] {
  return [...(flows.get(flow)?.steps.values() ?? [])].flatMap((step) => {
    if ((step.kind !== 'ask' && step.kind !== 'choose') || step.slot !== slot) return [];
    return step.kind === 'choose' ? ['choice'] : [step.type];
  });
}

function openSlots({ book, question }: Asked): readonly string[] {
  return question.open === null ? [] : settable(book, question.open.flow);
}

/** A yes is the shopper's own to say. */
function settable(book: Pick<Book, 'flows'>, flow: string): readonly string[] {
  const known = book.flows.get(flow);
  if (known === undefined) return [];
  return slotsOf(known).filter((slot) => !isAgreement(book, flow, slot));
}

const refusals =
  /(?<!\p{L})(?:no|not|never|without|neither|dont|\p{L}+n't|nicht|kein\p{L}*|nie|ohne|sin|nunca|nao|sem|नहीं|मत|बिना|لا|ليس|بدون|لست)(?!\p{L})/u;

/** "Not express" names express, and does not pick it. */
function isPicked(value: string, question: AssistantQuestion): boolean {
  const refuses = refusals.test(fold(question.text)) && !refusals.test(fold(value));
  return !refuses && isSaid(value, question);
}

/** Every word of it is in what the shopper wrote, endings aside. */
function isSaid(value: string, { text }: AssistantQuestion): boolean {
  const said = foldedWords(fold(text));
  const words = foldedWords(fold(value));
  return words.length > 0 && words.every((word) => said.some((one) => isSameWord(one, word)));
}

/** A value is the shopper's: no figure and no address is made up for them, and nothing of what was offered is taken for them. */
function isTheirs(value: string, question: AssistantQuestion): boolean {
  const { text, open } = question;
  const folded = fold(value).trim();
  if (folded === '') return false;
  if (open?.choices.some((choice) => fold(choice).trim() === folded)) return isPicked(value, question);
  const said = fold(text);
  if (folded.includes('@')) return said.includes(folded);
  const theirs = figuresIn(said).flatMap(({ values }) => values);
  return figuresIn(folded).every(({ values }) => values.some((one) => theirs.includes(one)) || values.length === 0);
}
