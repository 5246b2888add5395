import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSchema, type GraphQLError, graphql, parse, validate } from 'graphql';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import { send, sendHalf, serveShop, signedPost, textOf } from '../shop-server.ts';
import { createFaults, createShelf, type FailMode, type Faults, type Shelf } from '../shop-shelf.ts';
import { rootOf } from './root.ts';
import { schemaText } from './schema.ts';

export interface FakeShopify {
  readonly shelf: Shelf;
  readonly url: string;
  readonly token: string;
  readonly secret: string;
  readonly shop: string;
  readonly fail: Faults['fail'];
  /** Names of the operations that were asked, in order. */
  readonly asked: string[];
  /** A webhook as Shopify would post it. */
  webhook(topic: string, body: object, headers?: Readonly<Record<string, string>>): RawRequest;
  close(): Promise<void>;
}

const schema = buildSchema(schemaText);
/** These must carry a key since 2026-04. */
const mustBeIdempotent = ['refundCreate', 'inventoryAdjustQuantities'];

export async function startFakeShopify(): Promise<FakeShopify> {
  const [shelf, faults] = [createShelf(), createFaults()];
  const [token, secret, shop] = ['shpat_of_a_test', 'secret-of-a-test', 'test-shop.myshopify.com'];
  const asked: string[] = [];
  const served = { shelf, faults, token, asked, keys: new Set<string>() };
  const { url, close } = await serveShop((request, response) => answer(request, response, served));
  return {
    ...{ shelf, token, secret, shop, asked, url, close },
    fail: faults.fail,
    webhook(topic, body, headers = {}) {
      const own = { 'x-shopify-topic': topic, 'x-shopify-shop-domain': shop, 'x-shopify-event-id': randomUUID() };
      const posted = { url: '/webhooks/shopify', secret, signedIn: 'x-shopify-hmac-sha256' };
      return signedPost({ ...posted, headers: { ...own, ...headers } }, body);
    },
  };
}

interface Served {
  readonly shelf: Shelf;
  readonly faults: Faults;
  readonly token: string;
  readonly asked: string[];
  readonly keys: Set<string>;
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { query, variables } = JSON.parse(await textOf(request)) as {
    query: string;
    variables: Record<string, unknown>;
  };
  const isWrite = /^\s*mutation/u.test(query);
  const mode = served.faults.next(isWrite);
  if (request.url !== '/admin/api/2026-07/graphql.json') return send(response, 404, { errors: 'Not Found' });
  if (request.headers['x-shopify-access-token'] !== served.token)
    return send(response, 401, { errors: 'Invalid API key' });
  if (mode !== null && mode !== 'lost' && mode !== 'half') return failed(response, mode);
  served.asked.push(/(?:query|mutation) (\w+)/u.exec(query)?.[1] ?? '?');
  const body = await executed(query, variables, served);
  if (mode === 'lost') return void request.socket.destroy();
  if (mode === 'half') return sendHalf(response, body);
  send(response, 200, body);
}

async function executed(query: string, variables: Record<string, unknown>, { shelf, keys }: Served): Promise<object> {
  const document = parse(query);
  const faults: readonly GraphQLError[] = validate(schema, document);
  if (faults.length > 0)
    return { errors: faults.map(({ message }) => ({ message, extensions: { code: 'undefinedField' } })) };
  const name = mustBeIdempotent.find((each) => query.includes(`${each}(`));
  if (name !== undefined && !query.includes('@idempotent(key: $key)')) {
    return { errors: [{ message: 'idempotent is required', extensions: { code: 'BAD_REQUEST' } }] };
  }
  const key = name === undefined ? null : String(variables['key']);
  const isKnown = key !== null && keys.has(key);
  const result = await graphql({ schema, source: query, rootValue: rootOf(shelf, isKnown), variableValues: variables });
  if (key !== null && !result.errors) keys.add(key);
  return { ...JSON.parse(JSON.stringify(result)), extensions: { cost: costOf(1_000) } };
}

function costOf(currentlyAvailable: number) {
  const throttleStatus = { maximumAvailable: 2_000, currentlyAvailable, restoreRate: 100 };
  return { requestedQueryCost: 700, actualQueryCost: 90, throttleStatus };
}

function failed(response: ServerResponse, mode: Exclude<FailMode, 'lost' | 'half'>): void {
  switch (mode) {
    case 'unauthorised':
      return send(response, 401, { errors: '[API] Invalid API key or access token' });
    case 'limited': {
      const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
      return send(response, 200, { errors, extensions: { cost: costOf(100) } });
    }
    case 'down':
      return send(response, 500, { errors: 'Internal Server Error' });
    case 'nonsense':
      return send(response, 200, { data: { products: null, orders: null, product: 7, order: 7, nodes: 7 } });
    case 'hang':
      return;
  }
}
