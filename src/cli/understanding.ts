import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { type Understanding, understand } from '../understanding/understand.ts';
import type { UnderstandingWorld } from '../understanding/whole-message/understanding-world.ts';
import { answerLines, write } from './answer-lines.ts';
import { understandingInWords } from './understanding-in-words.ts';

export interface UnderstandDeps {
  /** The configured shop, with the flows of another folder when one is named. */
  readonly openWorld: (flows: string | undefined) => Promise<UnderstandingWorld>;
  readonly input: Readable;
  readonly output: Writable;
  /** For people at a terminal, beside the output. */
  readonly note: (text: string) => void;
  readonly isTerminal: boolean;
}

interface UnderstandFlags {
  readonly jsonl?: boolean;
  readonly flows?: string;
}

/** `parley understand`: what Parley makes of messages by its rules alone. */
export function addUnderstandCommand(program: Command, deps: UnderstandDeps): void {
  program
    .command('understand')
    .description('what a message means: its language, flow, values, wishes and mood')
    .argument('[words...]', 'the message; without it, one a line is read from standard input')
    .option('--jsonl', 'read one {"text"} a line and write one line of JSON for each, in the same order')
    .option('--flows <folder>', 'understand with the flows of this folder')
    .action(async (words: readonly string[], flags: UnderstandFlags) => {
      const world = await deps.openWorld(flags.flows);
      const message = words.join(' ');
      const answer = flags.jsonl
        ? (line: string) => `${JSON.stringify(answerLine(line, world))}\n`
        : (line: string) => understandingInWords(line, understand(line, world));
      if (message !== '') return write(deps.output, answer(flags.jsonl ? JSON.stringify({ text: message }) : message));
      if (deps.isTerminal && !flags.jsonl) deps.note('Write a message and press Enter. Ctrl+D ends it.\n');
      await answerLines(deps, answer);
    });
}

type Answer = Readonly<Record<string, unknown>> & (Understanding | { readonly error: string });

/** What stands in the line (the text, an `id` …) goes through, but for fields that are called as those of the answer. */
function answerLine(line: string, world: UnderstandingWorld): Answer {
  const read = parsed(line);
  if (read === null) return { error: 'a line must be an object like {"text":"red shoes under 50"}' };
  const { text } = read;
  if (typeof text !== 'string') return { ...read, error: '"text" must be a text' };
  return { ...read, ...understand(text, world) };
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
