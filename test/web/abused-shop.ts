import { request } from 'node:http';
import type { RawRequest } from '../../src/channel/adapter.ts';
import type { WebhookHarness } from '../contracts/webhook.ts';
import { createRunning, type Running } from '../runtime/running.ts';
import type { OpenStore } from '../runtime/stores.ts';
import { openWebhooks } from './open-webhooks.ts';

/** What a sender got to hear: a status, or `closed` where the connection ended without one. */
export type Heard = number | 'closed';

/** A shop on a real store behind a real server, that a webhook's sender tries to break. */
export interface AbusedShop {
  readonly harness: WebhookHarness;
  /** Address of the webhook. */
  readonly at: () => string;
  send(request: RawRequest): Promise<Heard>;
  /** A message as the platform would post it; every number is another message. */
  says(number: number, text?: string): RawRequest;
  /** The next number that no message has had. */
  nextNumber(): number;
  /** Turns taken in all conversations since the shop was opened the first time. */
  turns(): Promise<number>;
  /** Another runtime and another server on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openAbusedShop(harness: WebhookHarness, openStore: OpenStore): Promise<AbusedShop> {
  const store = await openStore();
  let open = await openOn(harness, store);
  let number = 0;
  const at = (): string => `${open.url}${harness.adapter.webhook?.path ?? ''}`;
  const shop: AbusedShop = {
    harness,
    at,
    send: (raw) => post(at(), raw),
    says: (of, text = `hello ${of}`) => requestOf(harness, { number: of, text, at: saidAt(of) }),
    nextNumber: () => ++number,
    async turns() {
      await open.runtime.settled();
      return store.count('message', { where: { turn: { above: 0 } } });
    },
    async restart() {
      await open.close();
      open = await openOn(harness, store);
    },
    close: () => open.close(),
  };
  return shop;
}

function requestOf(harness: WebhookHarness, said: Parameters<WebhookHarness['body']>[0]): RawRequest {
  return harness.around(Buffer.from(JSON.stringify(harness.body(said))));
}

const start = Math.floor(Date.now() / 1000) - 100_000;

/** Each message a second after the one before. */
function saidAt(number: number): number {
  return start + number;
}

interface Open {
  readonly runtime: Running;
  readonly url: string;
  close(): Promise<void>;
}

async function openOn({ adapter }: WebhookHarness, store: Awaited<ReturnType<OpenStore>>): Promise<Open> {
  // What is said goes nowhere: this is about what comes in.
  const channel = { ...adapter, deliver: async () => ({ result: 'delivered' }) as const };
  const runtime = createRunning({ store, channel });
  await runtime.start();
  const { server, url } = await openWebhooks([channel], runtime.receive);
  return {
    runtime,
    url,
    async close() {
      await server.close();
      await runtime.stop();
    },
  };
}

/** One request over a connection of its own. */
function post(url: string, { method, headers, body }: RawRequest): Promise<Heard> {
  return new Promise((resolve) => {
    const named = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const options = { method, agent: false, headers: { ...named, 'content-length': body.length } };
    const asked = request(url, options, (answer) => {
      answer.on('error', () => undefined).resume();
      resolve(answer.statusCode ?? 'closed');
    });
    asked.on('error', () => resolve('closed'));
    asked.end(body);
  });
}
