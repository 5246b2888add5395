import type { Readable, Writable } from 'node:stream';
import { linesIn } from './lines-in.ts';

interface Lines {
  readonly input: Readable;
  readonly output: Writable;
}

/** Writes what `answer` makes of each line, in their order. Ends with the input, or when nobody reads the output any more. */
export async function answerLines(
  { input, output }: Lines,
  answer: (line: string, number: number) => string | Promise<string>,
): Promise<void> {
  let isHeard = true;
  // Whoever read our lines may stop before the last one (`| head`).
  output.on('error', () => {
    isHeard = false;
  });
  let number = 0;
  for await (const line of linesIn(input)) {
    if (!isHeard) return;
    number += 1;
    await write(output, await answer(line, number));
  }
}

/** Waits while the reader of our output is behind. */
export async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text) || output.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      output.off('drain', go);
      output.off('close', go);
      resolve();
    };
    output.on('drain', go);
    output.on('close', go);
  });
}
