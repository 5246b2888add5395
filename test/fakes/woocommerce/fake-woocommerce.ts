import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import { createFaults, createShelf, type FailMode, type Faults, type Shelf } from '../shop-shelf.ts';
import { type Answer, answerOf } from './routes.ts';

export interface FakeWoocommerce {
  readonly shelf: Shelf;
  readonly url: string;
  readonly key: string;
  readonly consumerSecret: string;
  readonly secret: string;
  readonly fail: Faults['fail'];
  /** Method and path of what was asked, in order. */
  readonly asked: string[];
  /** A webhook as WooCommerce would post it. */
  webhook(topic: string, body: object, headers?: Readonly<Record<string, string>>): RawRequest;
  close(): Promise<void>;
}

export async function startFakeWoocommerce(): Promise<FakeWoocommerce> {
  const [shelf, faults] = [createShelf(), createFaults()];
  const [key, consumerSecret, secret] = ['ck_of_a_test', 'cs_of_a_test', 'secret-of-a-test'];
  const asked: string[] = [];
  const authorization = `Basic ${Buffer.from(`${key}:${consumerSecret}`).toString('base64')}`;
  const server = createServer(
    (request, response) => void answer(request, response, { shelf, faults, authorization, asked }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    ...{ shelf, key, consumerSecret, secret, asked },
    url: `http://127.0.0.1:${address.port}`,
    fail: faults.fail,
    webhook(topic, body, headers = {}) {
      const bytes = Buffer.from(JSON.stringify(body));
      const signature = createHmac('sha256', secret).update(bytes).digest('base64');
      const own = {
        'x-wc-webhook-topic': topic,
        'x-wc-webhook-delivery-id': randomUUID(),
        'x-wc-webhook-signature': signature,
      };
      return { method: 'POST', url: '/webhooks/woocommerce', headers: { ...own, ...headers }, body: bytes };
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Served {
  readonly shelf: Shelf;
  readonly faults: Faults;
  readonly authorization: string;
  readonly asked: string[];
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { shelf, faults, authorization, asked }: Served,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const text = Buffer.concat(chunks).toString('utf8');
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://shop');
  const mode = faults.next(method !== 'GET');
  if (request.headers.authorization !== authorization)
    return send(response, { status: 401, body: refusal('woocommerce_rest_authentication_error') });
  if (mode !== null && mode !== 'lost' && mode !== 'half') return failed(response, mode);
  asked.push(`${method} ${url.pathname.replace('/wp-json/wc/v3/', '')}`);
  const answered = answerOf(shelf, { method, url, body: text === '' ? {} : JSON.parse(text) });
  if (mode === 'lost') return void request.socket.destroy();
  if (mode === 'half') return half(response, answered);
  send(response, answered);
}

function failed(response: ServerResponse, mode: Exclude<FailMode, 'lost' | 'half'>): void {
  switch (mode) {
    case 'unauthorised':
      return send(response, { status: 401, body: refusal('woocommerce_rest_cannot_view') });
    case 'limited':
      response.setHeader('retry-after', '7');
      return send(response, { status: 429, body: refusal('too_many_requests') });
    case 'down':
      response.writeHead(500, { 'content-type': 'text/html' });
      return void response.end('<h1>There has been a critical error on this website.</h1>');
    case 'nonsense':
      return send(response, { status: 200, body: { unlike: 'anything' } });
    case 'hang':
      return;
  }
}

function half(response: ServerResponse, { body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

export function refusal(code: string) {
  return { code, message: 'A sentence that may quote what was sent.', data: {} };
}
