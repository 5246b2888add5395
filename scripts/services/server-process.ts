import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerName } from './binaries.ts';
import { provisionServer } from './provisioning.ts';

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** SIGKILL, as if the machine had lost it. */
  kill(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

interface ServerPlan {
  readonly name: ServerName;
  readonly args: (port: number, folder: string) => readonly string[];
  readonly url: (port: number) => string;
  /** Throws or returns false until the server answers. */
  readonly isReady: (url: string) => Promise<boolean>;
}

/** A server could not be had on this machine; its message says which and how to get it. */
export class ServerMissing extends Error {
  override readonly name = 'ServerMissing';
}

const READY_WITHIN_MS = 45_000;

export async function startServer(plan: ServerPlan): Promise<Server> {
  const provisioned = await provisionServer(plan.name);
  if ('missing' in provisioned) throw new ServerMissing(provisioned.missing);
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), `parley-${plan.name}-`));
  const child = spawn(provisioned.path, plan.args(port, folder), { cwd: folder, detached: true, stdio: 'ignore' });
  const url = plan.url(port);
  const server = await supervise({ child, folder, url });
  try {
    await untilReady(() => plan.isReady(url), child, plan.name);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function supervise({ child, folder, url }: { child: ChildProcess; folder: string; url: string }) {
  await once(child, 'spawn');
  const pid = child.pid ?? Number.NaN;
  const exited = once(child, 'exit');
  const guard = spawnGuard(pid, folder);
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async () => {
    await kill();
    guard.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  return { url, pid, kill, stop } satisfies Server;
}

/** Ends the server when we are gone without having said so: its standard input closes with our process, however that ends. */
function spawnGuard(pid: number, folder: string): ChildProcess {
  const script = 'read -r _; kill -9 "$1"; sleep 0.2; rm -rf "$2"';
  const guard = spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
}

async function untilReady(isReady: () => Promise<boolean>, child: ChildProcess, name: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended before it was ready`);
    if (await isReady().catch(() => false)) return;
    await delay(50);
  }
  throw new Error(`${name} was not ready within ${READY_WITHIN_MS / 1000} seconds`);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
