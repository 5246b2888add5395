import { byteLines } from './byte-lines.ts';
import { type ExchangeLine, readExchangeLine } from './exchange-file.ts';

export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

export interface CheckedFile {
  readonly documents: number;
  /** The first thousand. */
  readonly bad: readonly BadLine[];
  readonly badCount: number;
  /** `{kind}/{id}` → the last line that says it again, for what changed while the file was written. */
  readonly again: ReadonlyMap<string, number>;
}

const mostListed = 1_000;

/** Reads the whole file and writes nothing, so that what is wrong with it is known before anything is changed. */
export async function checkFile(chunks: AsyncIterable<Uint8Array>): Promise<CheckedFile> {
  const bad: BadLine[] = [];
  const again = new Map<string, number>();
  let [documents, badCount, isAgain, last] = [0, 0, false, 0];
  let end: number | null = null;
  const tell = (line: number, reason: string) => {
    badCount += 1;
    if (bad.length < mostListed) bad.push({ line, reason });
  };
  for await (const { line, read } of exchangeLines(chunks)) {
    if (last === 0 && read.is !== 'head' && read.is !== 'bad')
      tell(line, 'this is no export of Parley: the first line is missing');
    if (end !== null) tell(line, 'there is something after the end');
    last = line;
    if (read.is === 'bad') tell(line, read.reason);
    if (read.is === 'again') isAgain = true;
    if (read.is === 'end') end = read.lines;
    if (read.is !== 'document') continue;
    documents += 1;
    if (isAgain) again.set(`${read.kind}/${read.id}`, line);
  }
  if (end === null) tell(last + 1, 'the file ends early: its last line is missing');
  else if (end !== documents + badCount) tell(last, `${end} documents were written, ${documents} can be read`);
  return { documents, bad, badCount, again };
}

export async function* exchangeLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly line: number; readonly read: ExchangeLine }> {
  for await (const { line, text } of byteLines(chunks)) {
    const read =
      text === null
        ? ({ is: 'bad', reason: 'the line is not UTF-8 text, or too long' } as const)
        : readExchangeLine(text);
    yield { line, read };
  }
}
