import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { InboundEvent } from '../../src/channel/inbound.ts';

export interface ShownLine {
  readonly shown: string;
  readonly to: string;
  readonly text: string;
  readonly inReplyTo: string | null;
}

export type ChildLine =
  | ShownLine
  | { readonly ready: true }
  | { readonly taken: string; readonly conversation: string; readonly outcome: 'accepted' | 'duplicate' }
  | { readonly refused: string; readonly conversation: string };

export interface TalkingChild {
  send(event: InboundEvent): void;
  /** Rejects when it has ended though nobody wanted it to. */
  readonly closed: Promise<never>;
  /** SIGKILL; resolves when it is gone and all it said has been read. */
  kill(): Promise<void>;
  /** Ends its input; resolves when it has stopped by itself. */
  end(): Promise<void>;
}

/** child.ts as a process of its own. */
export function spawnTalking(args: readonly string[], hear: (line: ChildLine) => void): TalkingChild {
  const loader = new URL('../services/typescript.mjs', import.meta.url).href;
  const file = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    ['--import', loader, file, ...args],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  // It may be killed while we write to it.
  child.stdin.on('error', () => undefined);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) hear(JSON.parse(part) as ChildLine);
  });
  const closed = once(child, 'close');
  let isWanted = false;
  const unwanted = closed.then((): never | Promise<never> => {
    if (isWanted) return new Promise(() => {});
    throw new Error('the process ended by itself');
  });
  // Whether anybody waits for it or not.
  unwanted.catch(() => undefined);
  return {
    closed: unwanted,
    send: (event) => void child.stdin.write(`${JSON.stringify(event)}\n`),
    async kill() {
      isWanted = true;
      child.kill('SIGKILL');
      await closed;
    },
    async end() {
      isWanted = true;
      child.stdin.end();
      await closed;
    },
  };
}
