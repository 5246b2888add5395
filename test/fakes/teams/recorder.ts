import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorder {
  /** Where the platform posts to. */
  readonly endpoint: string;
  /** Where what is posted goes on to. */
  leadTo(webhook: string): void;
  /** The last body that came once more. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Between the platform and the shop: it lets a shop move, and can bring again what was brought. */
export async function startRecorder(): Promise<Recorder> {
  let webhook: string | null = null;
  let last: Buffer | null = null;
  const post = async (body: Buffer): Promise<Response> => {
    if (webhook === null) throw new Error('There is no shop yet');
    return fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(body),
    });
  };
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    last = Buffer.concat(pieces);
    const answer = await post(last);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/teams`,
    leadTo: (to) => {
      webhook = to;
    },
    again: async () => {
      const answer = last && (await post(last));
      if (!answer?.ok) throw new Error(`What was brought again was answered ${answer?.status}`);
    },
    close: async () => {
      const done = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await done;
    },
  };
}
