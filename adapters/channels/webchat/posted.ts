import type { InboundContent } from '../../../src/channel/inbound.ts';
import { isObject } from '../../../src/storage/json.ts';
import { uploadKind } from './uploads.ts';

/** What a page posted, or why it cannot be read, in words for the one who posted it. */
export type Posted =
  | { readonly ok: true; readonly id: string; readonly content: InboundContent }
  | { readonly ok: false; readonly id: string | null; readonly problem: Problem };

export interface Problem {
  readonly error: 'not-utf8' | 'not-json' | 'no-id' | 'empty' | 'too-long' | 'unknown';
  readonly message: string;
}

/** Of one message, in UTF-16 units: three pages of text. What is longer was pasted by mistake. */
const textMax = 8000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the body of `POST /webchat/messages`: `{ id, text | choice | location | media | opened }`. Total. Its texts become well-formed: half a
 * surrogate pair cannot be stored as UTF-8 and would come back as something else.
 */
export function readPosted(body: Uint8Array): Posted {
  const fields = readFields(body);
  if ('error' in fields) return { ok: false, id: null, problem: fields };
  const id = fields.fields['id'];
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/u.test(id)) return { ok: false, id: null, problem: noId };
  const content = readContent(fields.fields);
  if ('error' in content) return { ok: false, id, problem: content };
  return { ok: true, id, content };
}

const noId: Problem = {
  error: 'no-id',
  message: 'The message needs an "id" of its own: up to 64 letters, digits, "-" and "_".',
};

function readFields(body: Uint8Array): { readonly fields: Fields } | Problem {
  if (body.length === 0) return { error: 'empty', message: 'Nothing was sent.' };
  const text = decode(body);
  if (text === null) return { error: 'not-utf8', message: 'The message is not UTF-8 text.' };
  const value = parseJson(text);
  if (!isObject(value)) return { error: 'not-json', message: 'The message is not a JSON object.' };
  return { fields: value };
}

function decode(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readContent(fields: Fields): InboundContent | Problem {
  if ('text' in fields) return readText(fields['text']);
  if ('choice' in fields) return readChoice(fields);
  if ('location' in fields) return readLocation(fields['location']);
  if ('opened' in fields) return readOpened(fields);
  if ('media' in fields) return readMedia(fields);
  return unknown('a "text", a "choice", a "location", "media" or "opened"');
}

function unknown(wanted: string): Problem {
  return { error: 'unknown', message: `The message needs ${wanted}.` };
}

function readText(text: unknown): InboundContent | Problem {
  if (typeof text !== 'string') return unknown('a "text" that is a string');
  if (text.trim() === '') return { error: 'empty', message: 'The message is empty.' };
  if (text.length > textMax) {
    return {
      error: 'too-long',
      message: `The message is ${text.length} characters long; at most ${textMax} can be sent.`,
    };
  }
  return { type: 'text', text: text.toWellFormed() };
}

function readChoice(fields: Fields): InboundContent | Problem {
  const { choice: id, label } = fields;
  if (typeof id !== 'string' || id === '' || id.length > 1024) return unknown('a "choice" that is a choice\'s id');
  return { type: 'choice', id: id.toWellFormed(), ...(typeof label === 'string' ? { label: short(label) } : {}) };
}

function short(label: string): string {
  return label.slice(0, 200).toWellFormed();
}

function readLocation(value: unknown): InboundContent | Problem {
  if (!isObject(value)) return unknown('a "location" with a "latitude" and a "longitude"');
  const { latitude, longitude, label } = value;
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return unknown('a "location" that is on the earth');
  return { type: 'location', latitude, longitude, ...(typeof label === 'string' ? { label: short(label) } : {}) };
}

function isWithin(degrees: unknown, most: number): degrees is number {
  return typeof degrees === 'number' && Math.abs(degrees) <= most;
}

/** `ref` is the upload's id: whose it is, the visitor's token says. */
function readMedia({ media: ref, caption, name }: Fields): InboundContent | Problem {
  const kind = typeof ref === 'string' ? uploadKind(ref) : null;
  if (typeof ref !== 'string' || kind === null) return unknown('a "media" that POST /webchat/media has answered');
  const words = caption === undefined || caption === '' ? null : readText(caption);
  if (words && 'error' in words) return words;
  return {
    type: 'media',
    kind,
    ref,
    ...(typeof name === 'string' ? { name: short(name) } : {}),
    ...(words?.type === 'text' ? { caption: words.text } : {}),
  };
}

function readOpened(fields: Fields): InboundContent | Problem {
  const { opened } = fields;
  if (opened !== true && typeof opened !== 'string') return unknown('an "opened" that is true or what led here');
  return { type: 'opened', ...(typeof opened === 'string' ? { payload: short(opened) } : {}) };
}
