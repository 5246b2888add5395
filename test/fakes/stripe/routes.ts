import { createHash } from 'node:crypto';
import { StripeFault } from './fault.ts';
import { oneOf, type Rule, readForm, text, whole } from './form.ts';
import { createRefund } from './refunds.ts';
import { createSession, expanded, expireSession, sessionNow } from './sessions.ts';
import type { Account } from './state.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Answer {
  readonly status: number;
  readonly json: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Desk {
  readonly account: Account;
  readonly secretKey: string;
  readonly apiVersion: string;
  /** Epoch seconds. */
  readonly now: () => number;
  readonly emit: (type: string, object: object) => void;
}

/** Checks who asks and how, then does it, once for an idempotency key. */
export function answerCall(desk: Desk, call: Call): Answer {
  try {
    checkHeaders(desk, call);
    return call.method === 'POST' ? once(desk, call) : { status: 200, json: JSON.stringify(read(desk, call)) };
  } catch (error) {
    if (error instanceof StripeFault) return { status: error.status, json: JSON.stringify({ error: error.body }) };
    throw error;
  }
}

function checkHeaders({ secretKey, apiVersion }: Desk, { method, headers, body }: Call): void {
  if (headers['authorization'] !== `Bearer ${secretKey}`) {
    throw new StripeFault(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
  }
  if (headers['stripe-version'] !== apiVersion) throw bad(`Unexpected API version: ${headers['stripe-version']}`);
  if (headers['x-stripe-client-telemetry'] !== undefined) throw bad('Telemetry was not to be sent.');
  if (method !== 'POST') return;
  const type = String(headers['content-type']);
  if (body !== '' && !type.startsWith('application/x-www-form-urlencoded'))
    throw bad(`Unexpected content type: ${type}`);
}

function bad(message: string): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', message });
}

/**
 * https://docs.stripe.com/api/idempotent_requests: the answer of the first request with a key is given again, errors too once the
 * endpoint had begun; other parameters under the same key are an error. What fails validation is not kept.
 */
function once(desk: Desk, call: Call): Answer {
  const key = call.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || key.length > 255)
    throw bad('Every POST here is to carry an Idempotency-Key of at most 255.');
  const asked = createHash('sha256').update(`${call.path}?${call.body}`).digest('hex');
  const before = desk.account.answered.get(key);
  if (before && before.asked !== asked) {
    const message = 'Keys for idempotent requests can only be used with the same parameters they were first used with.';
    throw new StripeFault(400, { type: 'idempotency_error', message });
  }
  if (before) return { ...before, headers: { 'idempotent-replayed': 'true' } };
  const answer = { status: 200, json: JSON.stringify(write(desk, call)) };
  desk.account.answered.set(key, { asked, ...answer });
  return answer;
}

function write({ account, now, emit }: Desk, { path, body }: Call): unknown {
  if (path === '/v1/checkout/sessions') return createSession(account, body, now());
  if (path === '/v1/refunds') {
    const { refund, charge } = createRefund(account, body, now());
    emit('charge.refunded', charge);
    return refund;
  }
  const [, id] = /^\/v1\/checkout\/sessions\/(\w+)\/expire$/u.exec(path) ?? [];
  if (id === undefined) throw unknownUrl('POST', path);
  const expired = expireSession(account, id, now());
  emit('checkout.session.expired', expired);
  return expired;
}

function unknownUrl(method: string, path: string): StripeFault {
  const message = `Unrecognized request URL (${method}: ${path}).`;
  return new StripeFault(404, { type: 'invalid_request_error', message });
}

const page: readonly Rule[] = [
  { name: /^limit$/u, value: whole(1, 100) },
  { name: /^starting_after$/u, value: text(100) },
];
const expand: Rule = { name: /^expand\[\d\]$/u, value: oneOf('payment_intent', 'payment_intent.latest_charge') };

function read({ account, now }: Desk, { path, query }: Call): unknown {
  const [, id] = /^\/v1\/checkout\/sessions\/(\w+)$/u.exec(path) ?? [];
  if (id !== undefined) {
    const form = readForm(query, [expand]);
    return expanded(account, sessionNow(account, id, now()), [...form.values()]);
  }
  switch (path) {
    case '/v1/checkout/sessions': {
      const form = readForm(query, [...page, { name: /^payment_intent$/u, value: text(100) }]);
      const all = [...account.sessions.values()].filter((one) => one.payment_intent === form.get('payment_intent'));
      return listed(path, all.toReversed(), form);
    }
    case '/v1/refunds': {
      const form = readForm(query, [...page, { name: /^payment_intent$/u, value: text(100) }]);
      const all = [...account.refunds.values()].filter((one) => one.payment_intent === form.get('payment_intent'));
      return listed(path, all.toReversed(), form);
    }
    case '/v1/events': {
      const types: Rule = { name: /^types\[\d+\]$/u, value: text(60) };
      const form = readForm(query, [...page, types, { name: /^created\[gte\]$/u, value: whole(0, 1e11) }]);
      const wanted = new Set([...form].flatMap(([name, value]) => (name.startsWith('types') ? [value] : [])));
      const since = Number(form.get('created[gte]') ?? 0);
      const all = account.events.filter(({ type, created }) => wanted.has(type) && created >= since);
      return listed(path, all.toReversed(), form);
    }
    default:
      throw unknownUrl('GET', path);
  }
}

/** Newest first, a page at a time, as all of Stripe's lists. */
function listed(url: string, all: readonly { readonly id: string }[], form: ReadonlyMap<string, string>) {
  const after = form.get('starting_after');
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const limit = Number(form.get('limit') ?? 10);
  return { object: 'list', url, has_more: from + limit < all.length, data: all.slice(from, from + limit) };
}
