import type { ReadableFile } from '../../../src/media/transcriber.ts';

/** The client sends files from memory only. */
export async function wholeFile(file: ReadableFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
