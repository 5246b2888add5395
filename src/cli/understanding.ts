import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { type Understanding, understand } from '../understanding/understand.ts';
import type { UnderstandingWorld } from '../understanding/whole-message/understanding-world.ts';
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

async function answerLines({ input, output }: UnderstandDeps, answer: (line: string) => string): Promise<void> {
  let isHeard = true;
  // Whoever read our lines may stop before the last one (`| head`).
  output.on('error', () => {
    isHeard = false;
  });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!isHeard) return;
    await write(output, answer(line.replace(byteOrderMark, '')));
  }
}

/** Editors and spreadsheets of some systems begin a file with one. */
const byteOrderMark = /^\uFEFF/u;

/** Waits while the reader of our output is behind. */
async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text) || output.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      output.off('drain', go);
      output.off('close', go);
      resolve();
    };
    output.on('drain', go);
    output.on('close', go);
  });
}

type Answer = Readonly<Record<string, unknown>> & (Understanding | { readonly error: string });

/** What else stands in the line (an `id`, say) goes through; the text does not. */
function answerLine(line: string, world: UnderstandingWorld): Answer {
  const read = parsed(line);
  if (read === null) return { error: 'a line must be an object like {"text":"red shoes under 50"}' };
  const { text, ...others } = read;
  if (typeof text !== 'string') return { ...others, error: '"text" must be a text' };
  return { ...others, ...understand(text, world) };
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
