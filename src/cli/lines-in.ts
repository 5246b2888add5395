import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream of UTF-8, without the `\n` or `\r\n` that ends them; nothing more once `signal` is aborted. Node's `readline` also cuts at
 * a lone `\r` and, from Node 24 on, at U+2028 and U+2029, which may stand in a JSON text: the answers to all lines after it would be one off.
 */
export async function* linesIn(input: Readable, signal?: AbortSignal): AsyncGenerator<string, void, void> {
  const leave = (): void => void input.destroy();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    for await (const line of cutAtLineFeeds(input)) {
      if (signal?.aborted) return;
      yield line.replace(ends, '');
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}

/** Editors and spreadsheets of some systems begin a file with a byte-order mark. */
const ends = /^\uFEFF|\r$/gu;

async function* cutAtLineFeeds(input: Readable): AsyncGenerator<string, void, void> {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    const last = others.pop();
    begun += first;
    if (last === undefined) continue;
    yield begun;
    yield* others;
    begun = last;
  }
  begun += decoder.end();
  if (begun !== '') yield begun;
}
