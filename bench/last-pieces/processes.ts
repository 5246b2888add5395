import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Rushed } from './rush.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

export interface Processes {
  readonly count: number;
  /** How node runs child.ts where it is not built; empty where it is. */
  readonly nodeArguments: readonly string[];
  readonly file: string;
  readonly uri: string;
  readonly database: string;
  readonly shoppers: number;
}

type Line = { readonly ready: true } | { readonly rushed: Rushed };

/** Each process with its share of the shoppers; all begin when all are open. */
export async function rushInProcesses(processes: Processes): Promise<readonly Rushed[]> {
  const share = Math.ceil(processes.shoppers / processes.count);
  const children = Array.from({ length: processes.count }, (_, index) => {
    const first = index * share;
    return open(processes, first, Math.min(share, processes.shoppers - first));
  });
  try {
    await Promise.all(children.map(({ ready }) => ready));
    for (const { child } of children) child.stdin.write('go\n');
    return await Promise.all(children.map(({ rushed }) => rushed));
  } finally {
    for (const { child } of children) child.stdin.destroy();
    await Promise.all(children.map(({ closed }) => closed));
  }
}

function open({ nodeArguments, file, uri, database }: Processes, first: number, count: number) {
  const given = [uri, database, String(first), String(count)];
  const child: Child = spawn(process.execPath, [...nodeArguments, file, ...given], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // It ends by itself when it has said what there was to say.
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').then(() => undefined);
  const heard = hear(child, closed);
  return { child, closed, ...heard };
}

function hear(child: Child, closed: Promise<void>) {
  const lines = createInterface({ input: child.stdout });
  const next = <T>(pick: (line: Line) => T | null): Promise<T> =>
    new Promise((resolve, reject) => {
      lines.on('line', (text) => {
        const found = pick(JSON.parse(text) as Line);
        if (found !== null) resolve(found);
      });
      void closed.then(() => reject(new Error('the process ended too early')));
    });
  const ready = next((line) => ('ready' in line ? line.ready : null));
  const rushed = next((line) => ('rushed' in line ? line.rushed : null));
  // Whether anybody waits for them or not.
  for (const each of [ready, rushed]) each.catch(() => undefined);
  return { ready, rushed };
}
