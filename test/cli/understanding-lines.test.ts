import { Readable, Writable } from 'node:stream';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { addUnderstandCommand, type UnderstandDeps } from '../../src/cli/understanding.ts';

/** Whoever reads takes one line at a time. */
function slowReader() {
  const said: string[] = [];
  let waits = 0;
  let mostListeners = 0;
  const output = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      said.push(String(chunk));
      setImmediate(() => {
        waits += Number(output.writableNeedDrain);
        mostListeners = Math.max(mostListeners, output.listenerCount('close'), output.listenerCount('drain'));
        done();
      });
    },
  });
  return { output, said, seen: () => ({ waits, mostListeners }) };
}

async function answer(input: string, output: Writable): Promise<void> {
  const deps: UnderstandDeps = {
    // Lines that cannot be read need no shop.
    openWorld: () => Promise.resolve({} as Awaited<ReturnType<UnderstandDeps['openWorld']>>),
    input: Readable.from([input]),
    output,
    note: () => undefined,
    isTerminal: false,
  };
  const program = new Command();
  addUnderstandCommand(program, deps);
  await program.parseAsync(['understand', '--jsonl'], { from: 'user' });
}

it('leaves no listener behind however often it has waited for whoever reads its output', async () => {
  const { output, said, seen } = slowReader();
  await answer('[]\n'.repeat(30), output);
  expect(said).toHaveLength(30);
  expect(seen()).toEqual({ waits: 30, mostListeners: 1 });
});

it('answers a line once, whatever else than a line feed stands in it', async () => {
  const { output, said } = slowReader();
  await answer('{"id":"a\u2028b\u2029c","text":5}\n{"id":"d\re"}\n{"id":7,"text":5}', output);
  expect(said.map((line) => JSON.parse(line))).toMatchObject([{ id: 'a\u2028b\u2029c' }, {}, { id: 7 }]);
});

it('reads a first line behind a byte-order mark', async () => {
  const { output, said } = slowReader();
  await answer('\uFEFF{"id":7,"text":5}\n', output);
  expect(said.map((line) => JSON.parse(line))).toEqual([{ id: 7, text: 5, error: '"text" must be a text' }]);
});
