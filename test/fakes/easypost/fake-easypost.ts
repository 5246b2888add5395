import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import {
  ApiError,
  buyShipment,
  createShipment,
  createTracker,
  type Desk,
  type FakeShipment,
  type FakeTracker,
  newTracker,
  shipmentOf,
  shipmentView,
  trackerView,
} from './desk.ts';

/** What goes wrong with the next request; they are used up in order. `deaf`: it is done, and the answer is lost. `none`: nothing. */
export type Trouble =
  | { readonly status: number; readonly retryAfter?: string }
  | 'hang'
  | 'cut'
  | 'garbage'
  | 'deaf'
  | 'none';

export interface FakeEasypost {
  /** With the version, as `EASYPOST_API_ROOT`. */
  readonly apiRoot: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly shipments: readonly FakeShipment[];
  /** Requests that were in no order: a client that is in order leaves it empty. */
  readonly faults: readonly string[];
  requests(): number;
  trouble(...next: readonly Trouble[]): void;
  /** What has happened to a parcel. */
  moves(tracking: string, change: Partial<FakeTracker>): void;
  /** The webhook about a parcel as it is now. */
  posts(tracking: string): RawRequest;
  signed(event: object): RawRequest;
  close(): Promise<void>;
}

const apiKey = 'EZTK-a-key-of-the-tests';
const webhookSecret = 'sécret-of-the-tests';

/** The parts of EasyPost's API v2 that shipping uses, strict: what the API does not take is refused. */
export async function startFakeEasypost(): Promise<FakeEasypost> {
  const desk: Desk = { shipments: [], trackers: new Map() };
  const faults: string[] = [];
  const troubles: Trouble[] = [];
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await whole(request);
    requests += 1;
    const trouble = troubles.shift();
    if (trouble !== undefined && trouble !== 'deaf' && trouble !== 'none') return fail(response, trouble);
    try {
      const said = handle(desk, request, body);
      if (trouble === 'deaf') return void response.destroy();
      send(response, request.method === 'POST' ? 201 : 200, said);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status !== 404) faults.push(error.code);
      send(response, error.status, { error: { code: error.code, message: 'said of 555-0100', errors: [] } });
    }
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const trackerOf = (tracking: string): FakeTracker => desk.trackers.get(tracking) ?? newTracker(tracking);
  return {
    apiRoot: `http://127.0.0.1:${port}/v2`,
    apiKey,
    webhookSecret,
    shipments: desk.shipments,
    faults,
    requests: () => requests,
    trouble: (...next) => void troubles.push(...next),
    moves: (tracking, change) => void desk.trackers.set(tracking, { ...trackerOf(tracking), ...change }),
    posts: (tracking) => {
      const head = { id: 'evt_1', object: 'Event', mode: 'test', description: 'tracker.updated', status: 'pending' };
      return signedRequest({ ...head, previous_attributes: {}, result: trackerView(trackerOf(tracking)) });
    },
    signed: signedRequest,
    close: () => close(server),
  };
}

function handle(desk: Desk, request: IncomingMessage, raw: Buffer): object {
  const expected = `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`;
  if (request.headers.authorization !== expected) throw new ApiError(401, 'APIKEY.INACTIVE');
  const [, version, kind, id, verb] = (request.url ?? '').split('/').map(decodeURIComponent);
  const route = `${request.method} ${version}/${kind}${id === undefined ? '' : '/:id'}${verb === undefined ? '' : `/${verb}`}`;
  switch (route) {
    case 'POST v2/shipments':
      return createShipment(desk, jsonOf(request, raw));
    case 'GET v2/shipments/:id':
      return shipmentView(shipmentOf(desk, id ?? ''));
    case 'POST v2/shipments/:id/buy':
      return buyShipment(desk, id ?? '', jsonOf(request, raw));
    case 'POST v2/trackers':
      return createTracker(desk, jsonOf(request, raw));
    default:
      throw new ApiError(404, 'NOT_FOUND');
  }
}

function jsonOf(request: IncomingMessage, raw: Buffer): unknown {
  if (request.headers['content-type'] !== 'application/json') throw new ApiError(400, 'BAD_REQUEST');
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw new ApiError(400, 'BAD_REQUEST');
  }
}

function signedRequest(event: object): RawRequest {
  const body = Buffer.from(JSON.stringify(event));
  const digest = createHmac('sha256', Buffer.from(webhookSecret.normalize('NFKD')))
    .update(body)
    .digest('hex');
  const headers = { 'content-type': 'application/json', 'x-hmac-signature': `hmac-sha256-hex=${digest}` };
  return { method: 'POST', url: '/webhooks/easypost', headers, body };
}

function fail(response: ServerResponse, trouble: Exclude<Trouble, 'deaf' | 'none'>): void {
  if (trouble === 'hang') return;
  if (trouble === 'cut') return void response.destroy();
  if (trouble === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
  const { status, retryAfter } = trouble;
  response.writeHead(status, { ...(retryAfter !== undefined && { 'retry-after': retryAfter }) }).end('{}');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
