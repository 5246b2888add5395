import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RawRequest } from '../../src/channel/adapter.ts';

interface ShopServer {
  readonly url: string;
  close(): Promise<void>;
}

/** What both fake shops have of a server, on a free port: what it answers is each fake's own. */
export async function serveShop(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<ShopServer> {
  // A connection that waits is never closed: where the machine stands still for seconds, a request would come just then, and be lost.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** As when a connection breaks in the middle of a page. */
export function sendHalf(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

interface Posted {
  readonly url: string;
  readonly secret: string;
  /** The header that the signature stands in. */
  readonly signedIn: string;
  /** Beside the signature; they may put another in its place. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A webhook's post. Both shops sign the body alike. */
export function signedPost({ url, secret, signedIn, headers }: Posted, body: object): RawRequest {
  const bytes = Buffer.from(JSON.stringify(body));
  const signature = createHmac('sha256', secret).update(bytes).digest('base64');
  return { method: 'POST', url, headers: { [signedIn]: signature, ...headers }, body: bytes };
}
