import { parseMultipart } from '../telegram/multipart.ts';
import type { Asked } from './asked.ts';

/** https://platform.openai.com/docs/guides/speech-to-text: it tells by the ending, and refuses others. */
const endings = /\.(flac|mp3|mp4|mpeg|mpga|m4a|ogg|wav|webm)$/u;

const known = new Set(['model', 'language', 'prompt', 'response_format', 'temperature']);

/** Throws what the API would refuse it with. */
export function readRecording(body: Buffer, contentType: string): Asked {
  if (!contentType.startsWith('multipart/form-data')) throw new Error('Expected multipart/form-data');
  const form = parseMultipart(body, contentType);
  if (!form) throw new Error('Could not parse multipart form');
  const { fields, files } = form;
  const foreign = Object.keys(fields).find((name) => !known.has(name));
  if (foreign !== undefined) throw new Error(`Unrecognized request argument supplied: ${foreign}`);
  const file = files['file'];
  if (!file || Object.keys(files).length !== 1) throw new Error('Exactly one file is wanted');
  if (!fields['model']) throw new Error('you must provide a model parameter');
  if (!endings.test(file.filename)) throw new Error(`Unrecognized file format: ${file.filename}`);
  if (file.bytes.length === 0) throw new Error('The audio file is empty');
  return { kind: 'listen', model: fields['model'], name: file.filename, type: typeOf(body), bytes: file.bytes.length };
}

function typeOf(body: Buffer): string {
  return /content-type:\s*([^\r\n]+)/iu.exec(body.toString('latin1'))?.[1] ?? '';
}
