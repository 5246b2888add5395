import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Conversation, Lease } from './conversation.ts';

/** Runtimes of this very process. */
const ours = new Set<string>();

/** This process, told apart from every other and from an earlier one with the same number. */
export function processName(): string {
  const name = `${machine()}/${process.pid}/${randomUUID()}`;
  ours.add(name);
  return name;
}

/** Containers that share a host's name number their processes each from 1: a number means something within its namespace alone. */
function machine(): string {
  try {
    return `${hostname()}+${readlinkSync('/proc/self/ns/pid')}`.replaceAll('/', '+');
  } catch {
    return hostname();
  }
}

/** Somebody else is at work on it, and is alive as far as can be known. */
export function isHeldElsewhere(conversation: Pick<Conversation, 'lease'>, me: string, now: number): boolean {
  const { lease } = conversation;
  return lease !== null && lease.by !== me && lease.until > now && !hasDied(lease, me);
}

/** A process of this machine that is gone: nobody has to wait for its lease to run out. */
function hasDied(lease: Lease, me: string): boolean {
  const [host, pid] = lease.by.split('/');
  const [ownHost, ownPid] = me.split('/');
  if (host !== ownHost) return false;
  return pid === ownPid ? !ours.has(lease.by) : !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
