import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Conversation, Lease } from './conversation.ts';

/** This process, told apart from every other and from an earlier one with the same number. */
export function processName(): string {
  return `${hostname()}/${process.pid}/${randomUUID()}`;
}

/** Somebody else is at work on it, and is alive as far as can be known. */
export function isHeldElsewhere(conversation: Conversation, me: string, now: number): boolean {
  const { lease } = conversation;
  return lease !== null && lease.by !== me && lease.until > now && !hasDied(lease, me);
}

/** A process of this machine that is gone: nobody has to wait for its lease to run out. */
function hasDied(lease: Lease, me: string): boolean {
  const [host, pid] = lease.by.split('/');
  const [ownHost, ownPid] = me.split('/');
  if (host !== ownHost) return false;
  return pid === ownPid ? false : !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
