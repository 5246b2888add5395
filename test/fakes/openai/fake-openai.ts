import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWatch } from '../telegram/watch.ts';
import type { Asked } from './asked.ts';
import { readLooking } from './read-looking.ts';
import { readRecording } from './read-recording.ts';

/** What goes wrong with the next request; they are used up in order. */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly body: string }
  | 'hang'
  | 'cut';

export interface FakeOpenai {
  /** With the version, as `OPENAI_BASE_URL`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly asked: readonly Asked[];
  /** Why requests were refused: a client that is in order leaves it empty. */
  readonly faults: readonly string[];
  /** Requests that came in, refused and failed ones among them. */
  requests(): number;
  /** Resolves when so many requests have come in. */
  untilAsked(times: number): Promise<void>;
  trouble(...next: readonly Trouble[]): void;
  close(): Promise<void>;
}

export interface Answers {
  readonly spoken?: string;
  readonly seen?: string | null;
}

const apiKey = 'sk-a-key-of-the-tests';

/** OpenAI's transcriptions and chat completions with pictures, strict: what the API does not take is refused with 400. */
export async function startFakeOpenai({ spoken = 'red shoes', seen = 'red shoes' }: Answers = {}): Promise<FakeOpenai> {
  const asked: Asked[] = [];
  const faults: string[] = [];
  const troubles: Trouble[] = [];
  const watch = createWatch();
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await whole(request);
    requests += 1;
    watch.look();
    const trouble = troubles.shift();
    if (trouble) return fail(response, trouble);
    try {
      const read = readRequest(request, body);
      asked.push(read);
      send(response, 200, read.kind === 'listen' ? { text: spoken } : completion(seen));
    } catch (error) {
      const fault = error instanceof Error ? error.message : 'unknown';
      faults.push(fault);
      send(response, 400, { error: { message: fault, type: 'invalid_request_error', param: null, code: null } });
    }
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey,
    asked,
    faults,
    requests: () => requests,
    untilAsked: async (times) => void (await watch.until(() => requests >= times, 30_000)),
    trouble: (...next) => void troubles.push(...next),
    close: () => close(server),
  };
}

function readRequest(request: IncomingMessage, body: Buffer): Asked {
  if (request.headers.authorization !== `Bearer ${apiKey}`) throw new Error('Incorrect API key provided');
  if (request.method !== 'POST') throw new Error(`Not allowed: ${request.method}`);
  switch (request.url) {
    case '/v1/audio/transcriptions':
      return readRecording(body, request.headers['content-type'] ?? '');
    case '/v1/chat/completions':
      return readLooking(body, request.headers['content-type'] ?? '');
    default:
      throw new Error(`Invalid URL (${request.method} ${request.url})`);
  }
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function fail(response: ServerResponse, trouble: Trouble): void {
  if (trouble === 'hang') return;
  if (trouble === 'cut') return void response.destroy();
  if ('body' in trouble) return void response.writeHead(200, { 'content-type': 'application/json' }).end(trouble.body);
  const { status, headers = {} } = trouble;
  // The server's words quote what was sent: nothing of them may come further.
  const error = { message: 'you said: my number is 555-0100', type: 'server_error', param: null, code: null };
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));
}

function completion(content: string | null): object {
  const message = { role: 'assistant', content, refusal: null };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
