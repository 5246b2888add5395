import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The `parley` command as a process of its own. */
export interface Cli {
  readonly input: Writable;
  readonly output: Readable;
  /** Everything it has said so far. */
  said(): string;
  complained(): string;
  /** Resolves when standard output holds this; rejects when the process ends before. */
  saying(words: string | RegExp): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, once it has ended and everything has been read. */
  readonly ended: Promise<number | null>;
}

const root = new URL('../../', import.meta.url);
const built = fileURLToPath(new URL('node_modules/.cache/parley/cli-test/', root));
const main = join(built, 'src/cli/parley.js');
const flows = fileURLToPath(new URL('test/cli/flows', root));

/** Compiles what has changed since the last time; types are somebody else's business. */
export async function buildCli(): Promise<void> {
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  const into = ['--outDir', built, '--tsBuildInfoFile', join(built, 'tsbuildinfo')];
  const options = ['-p', 'tsconfig.build.json', '--noCheck', '--sourceMap', 'false', ...into];
  const child = spawn(process.execPath, [compiler, ...options], { cwd: fileURLToPath(root), stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the build ended with ${code}`);
}

export interface CliShop {
  readonly folder: string;
  run(args: readonly string[], settings?: Readonly<Record<string, string>>): Cli;
  /** Ends what still runs. */
  close(): Promise<void>;
}

/** A shop in a folder of its own; its commands are run from there. */
export async function openCliShop(): Promise<CliShop> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
  const running = new Set<Cli>();
  return {
    folder,
    run(args, settings = {}) {
      const cli = spawnCli(args, { folder, settings });
      running.add(cli);
      void cli.ended.then(() => running.delete(cli));
      return cli;
    },
    async close() {
      for (const cli of running) cli.signal('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

function spawnCli(args: readonly string[], { folder, settings }: Place): Cli {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    PARLEY_DATA: folder,
    PARLEY_FLOWS: flows,
    PARLEY_PORT: '0',
    PARLEY_LOG: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, [main, ...args], { env, cwd: folder, stdio: 'pipe' });
  return watch(child);
}

function watch(child: ChildProcessByStdio<Writable, Readable, Readable>): Cli {
  let [said, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    input: child.stdin,
    output: child.stdout,
    said: () => said,
    complained: () => complained,
    async saying(words) {
      const has = () => (typeof words === 'string' ? said.includes(words) : words.test(said));
      while (!has()) {
        const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
        if (over && !has()) throw new Error(`it ended without saying ${words}: ${said}${complained}`);
      }
    },
    signal: (name) => void child.kill(name),
    ended,
  };
}
