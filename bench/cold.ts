import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFolder } from '../src/config/package-folder.ts';
import { spreadOf } from './measure.ts';
import type { Piece, Row } from './piece.ts';
import { openScratch } from './scratch.ts';

export const cold: Piece = {
  name: 'cold',
  about: 'from starting the process to the first reply of `parley chat --jsonl`',
  async run({ quick, show }) {
    const rounds = quick ? 1 : 7;
    const scratch = await openScratch();
    const times = { bare: [] as number[], fresh: [] as number[], existing: [] as number[] };
    try {
      for (let round = 0; round < rounds; round += 1) {
        times.bare.push(await bareStart());
        const data = scratch.fresh();
        times.fresh.push(await firstReply(data, `fresh ${round}`));
        times.existing.push(await firstReply(data, `existing ${round}`));
      }
    } finally {
      await scratch.remove();
    }
    const rows = [
      rowOf('Node alone, doing nothing', times.bare),
      rowOf('empty data folder, demo shop brought in', times.fresh),
      rowOf('data folder that is there', times.existing),
    ];
    show({ title: 'Cold start to the first reply', rows });
    return [];
  },
};

function rowOf(start: string, times: readonly number[]): Row {
  const { median, lowest, highest } = spreadOf(times);
  return { start, 'median ms': median, lowest, highest };
}

async function bareStart(): Promise<number> {
  const from = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - from;
}

/** Milliseconds until the first line of the answer is there. Throws when the shop ends without one. */
async function firstReply(dataFolder: string, id: string): Promise<number> {
  const from = performance.now();
  const env = {
    ...process.env,
    PARLEY_DATA: dataFolder,
    PARLEY_FLOWS: join(packageFolder(), 'flows'),
    PARLEY_LOG: 'silent',
  };
  const parley = join(packageFolder(), 'bin', 'parley.js');
  const shop = spawn(process.execPath, [parley, 'chat', '--jsonl'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(shop, 'exit');
  shop.stdin.end(`${JSON.stringify({ conversation: 'bench', id, text: 'hi' })}\n`);
  let repliedAfter = Number.NaN;
  for await (const line of createInterface({ input: shop.stdout })) {
    if (Number.isNaN(repliedAfter) && JSON.parse(line).type !== 'error') repliedAfter = performance.now() - from;
  }
  await ended;
  if (Number.isNaN(repliedAfter)) throw new Error('parley chat --jsonl gave no reply');
  return repliedAfter;
}
