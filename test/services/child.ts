import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly pid: number;
  /** What it has said so far, a line each; a last line without its end is left out. */
  readonly lines: readonly string[];
  /** Resolves when it has said so many lines; rejects when it ends before. */
  said(count: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Runs one of our TypeScript files as a process of its own. */
export function spawnScript(file: URL, args: readonly string[]): Child {
  const loader = new URL('./typescript.mjs', import.meta.url).href;
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    ['--import', loader, fileURLToPath(file), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const closed = once(child, 'close');
  return {
    pid: child.pid ?? Number.NaN,
    lines,
    said: async (count) => {
      while (lines.length < count) {
        const ended = await Promise.race([once(child.stdout, 'data').then(() => false), closed.then(() => true)]);
        if (ended && lines.length < count) throw new Error(`the process ended after ${lines.length} lines`);
      }
    },
    kill: async (signal) => {
      child.kill(signal);
      await closed;
    },
  };
}
