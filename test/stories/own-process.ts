import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createWatch } from '../fakes/telegram/watch.ts';
import { parleyCommand } from './parley-command.ts';

export interface Environment {
  readonly [variable: string]: string;
}

export interface OwnProcess {
  /** Standard output so far, a line each. */
  readonly lines: readonly string[];
  /** What was written to standard error. */
  complaints(): string;
  until<Value>(holds: () => Value | null | undefined | false): Promise<Value>;
  write(text: string): void;
  /** Nothing more is written to it; its exit code. */
  end(): Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** A start takes seconds where several tests share two cores. */
const longest = 30_000;

/** `parley` as a process of its own, with nothing of this process's configuration. */
export function runParley(args: readonly string[], environment: Environment): OwnProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...parleyCommand, ...args], {
    env: { PATH, HOME, NO_COLOR: '1', PARLEY_LOG: 'warn', ...environment },
  });
  const lines: string[] = [];
  let complaints = '';
  const watch = createWatch();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    watch.look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  // A process that was killed no longer reads.
  child.stdin.on('error', () => {});
  const closed = once(child, 'close').then(() => child.exitCode);
  const gone = (): Promise<never> =>
    closed.then((code) => {
      throw new Error(`parley ${args.join(' ')} ended (${code}): ${complaints}`);
    });
  return {
    lines,
    complaints: () => complaints,
    until: (holds) => Promise.race([watch.until(holds, longest), gone()]),
    write: (text) => void child.stdin.write(text),
    end: () => {
      child.stdin.end();
      return closed;
    },
    kill: (signal) => {
      child.kill(signal);
      return closed;
    },
  };
}
