import { expect } from 'vitest';
import type { Store } from '../../../src/storage/store.ts';
import { spawnScript } from '../../services/child.ts';

const WRITERS = 20;

/** Kills a process that writes at full speed, and expects of what it left: all it acknowledged, and no half of a pair. */
export async function expectToSurviveKill(args: readonly string[], acknowledged: number, store: Store): Promise<void> {
  const child = spawnScript(new URL('../../stores/write-pairs.ts', import.meta.url), args);
  try {
    await child.said(acknowledged);
  } finally {
    await child.kill('SIGKILL');
  }
  const prefix = args.at(-1) ?? '';
  const lastTurn = new Map(child.lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]));
  for (let writer = 0; writer < WRITERS; writer++) {
    const conversation = `${prefix}${writer}`;
    const kept = (await store.get('conversation', conversation))?.revision ?? 0;
    expect(kept).toBeGreaterThanOrEqual(lastTurn.get(conversation) ?? 0);
    expect(await store.count('message', { where: { conversation } })).toBe(kept);
  }
}
