import { Agent, fetch, type Response } from 'undici';
import { z } from 'zod';
import { isObject } from '../../../src/storage/json.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';
import { failureOf } from './failure.ts';
import type { WoocommerceConfig } from './settings.ts';

/** The REST API, version 3 (https://woocommerce.github.io/woocommerce-rest-api-docs). Every call throws `ShopError`, and nothing else. */
export interface RestApi {
  /** `null`: there is no such thing. */
  get<Answer>(path: string, query: Query, answer: z.ZodType<Answer>): Promise<Answer | null>;
  /** Empty, too, when what it belongs to is gone. */
  list<Answer>(path: string, query: Query, item: z.ZodType<Answer>): Promise<readonly Answer[]>;
  send<Answer>(method: 'POST' | 'PUT', path: string, sent: Sent<Answer>): Promise<Answer>;
}

export type Query = Readonly<Record<string, string>>;

export interface Sent<Answer> {
  readonly body: object;
  readonly answer: z.ZodType<Answer>;
}

const usualTimeoutMs = 20_000;

export function createRestApi({ url, key, secret, timeoutMs = usualTimeoutMs }: WoocommerceConfig): RestApi {
  const root = `${url.replace(/\/+$/u, '')}/wp-json/wc/v3/`;
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  const dispatcher = new Agent({ keepAliveTimeout: 30_000, connect: { timeout: timeoutMs } });
  const call = async (method: string, path: string, body: object | null): Promise<Response> => {
    const headers = {
      authorization,
      accept: 'application/json',
      'user-agent': 'Parley',
      'content-type': 'application/json',
    };
    const init = { method, headers, dispatcher, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' as const };
    try {
      return await fetch(`${root}${path}`, body === null ? init : { ...init, body: JSON.stringify(body) });
    } catch (cause) {
      throw noAnswer(cause);
    }
  };
  const asked = async (path: string, query: Query) =>
    answered(await call('GET', `${path}?${new URLSearchParams(query)}`, null));
  return {
    async get(path, query, answer) {
      const { status, json } = await asked(path, query);
      return isUnknown(status, json) ? null : read(answer, ok(status, json));
    },
    async list(path, query, item) {
      const { status, json } = await asked(path, query);
      return isUnknown(status, json) ? [] : read(z.array(item), ok(status, json));
    },
    async send(method, path, { body, answer }) {
      const { status, json } = await answered(await call(method, path, body));
      return read(answer, ok(status, json));
    },
  };
}

interface Answered {
  readonly status: number;
  readonly json: { readonly body: unknown; readonly retryAfter: string | null };
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text().catch((cause: unknown) => Promise.reject(noAnswer(cause)));
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, json: { body: parsed(text), retryAfter } };
}

/** A shop whose plugin is switched off answers 404 as well: then nothing is known to be gone. */
function isUnknown(status: number, { body }: Answered['json']): boolean {
  return status === 404 && isObject(body) && /invalid_id$/u.test(String(body['code']));
}

function ok(status: number, { body, retryAfter }: Answered['json']): unknown {
  if (status >= 200 && status < 300 && body !== undefined) return body;
  throw failureOf({ status, body, retryAfter });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read<Answer>(answer: z.ZodType<Answer>, body: unknown): Answer {
  const checked = answer.safeParse(body);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new ShopError(
    'SHOP_GARBLED',
    `WooCommerce's answer is not what its guide says, at ${issue?.path.join('.') ?? '?'}`,
  );
}

function noAnswer(cause: unknown): ShopError {
  return new ShopError('SHOP_UNAVAILABLE', 'WooCommerce does not answer', { cause });
}
