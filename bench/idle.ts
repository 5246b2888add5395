import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { HeapNote } from './idle/child.ts';
import type { Piece, Row } from './piece.ts';

const run = promisify(execFile);

export const idle: Piece = {
  name: 'idle',
  about: 'memory held for conversations that wait for their shoppers',
  async run({ quick, show }) {
    const child = fileURLToPath(new URL('./idle/child.js', import.meta.url));
    const { stdout } = await run(process.execPath, ['--expose-gc', child, String(quick ? 1_000 : 10_000)]);
    const notes = JSON.parse(stdout) as readonly HeapNote[];
    show({ title: 'Idle conversations (SQLite, heap after collection)', rows: rowsOf(notes) });
    return [];
  },
};

function rowsOf(notes: readonly HeapNote[]): readonly Row[] {
  return notes.map(({ conversations, heapBytes, rssBytes }, index) => {
    const before = notes[index - 1];
    const grown = before ? heapBytes - before.heapBytes : 0;
    return {
      conversations,
      'heap MB': heapBytes / 1e6,
      'more than before MB': grown / 1e6,
      'resident MB': rssBytes / 1e6,
    };
  });
}
