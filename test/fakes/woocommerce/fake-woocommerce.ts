import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import { send, sendHalf, serveShop, signedPost, textOf } from '../shop-server.ts';
import { createFaults, createShelf, type FailMode, type Faults, type Shelf } from '../shop-shelf.ts';
import { answerOf } from './routes.ts';

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
  const served = { shelf, faults, authorization, asked };
  const { url, close } = await serveShop((request, response) => answer(request, response, served));
  return {
    ...{ shelf, key, consumerSecret, secret, asked, url, close },
    fail: faults.fail,
    webhook(topic, body, headers = {}) {
      const own = { 'x-wc-webhook-topic': topic, 'x-wc-webhook-delivery-id': randomUUID() };
      const posted = { url: '/webhooks/woocommerce', secret, signedIn: 'x-wc-webhook-signature' };
      return signedPost({ ...posted, headers: { ...own, ...headers } }, body);
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
  const text = await textOf(request);
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://shop');
  const mode = faults.next(method !== 'GET');
  if (request.headers.authorization !== authorization)
    return send(response, 401, refusal('woocommerce_rest_authentication_error'));
  if (mode !== null && mode !== 'lost' && mode !== 'half') return failed(response, mode);
  asked.push(`${method} ${url.pathname.replace('/wp-json/wc/v3/', '')}`);
  const answered = answerOf(shelf, { method, url, body: text === '' ? {} : JSON.parse(text) });
  if (mode === 'lost') return void request.socket.destroy();
  if (mode === 'half') return sendHalf(response, answered.body);
  send(response, answered.status, answered.body);
}

function failed(response: ServerResponse, mode: Exclude<FailMode, 'lost' | 'half'>): void {
  switch (mode) {
    case 'unauthorised':
      return send(response, 401, refusal('woocommerce_rest_cannot_view'));
    case 'limited':
      response.setHeader('retry-after', '7');
      return send(response, 429, refusal('too_many_requests'));
    case 'down':
      response.writeHead(500, { 'content-type': 'text/html' });
      return void response.end('<h1>There has been a critical error on this website.</h1>');
    case 'nonsense':
      return send(response, 200, { unlike: 'anything' });
    case 'hang':
      return;
  }
}

export function refusal(code: string) {
  return { code, message: 'A sentence that may quote what was sent.', data: {} };
}
