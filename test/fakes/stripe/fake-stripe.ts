import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import { createRefund } from './refunds.ts';
import { answerCall, type Desk } from './routes.ts';
import { sessionNow } from './sessions.ts';
import { type Account, createAccount, nextId, type StripeEvent, type Trouble } from './state.ts';

export interface FakeStripeConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly apiVersion: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface FakeStripe {
  readonly apiRoot: string;
  readonly account: Account;
  /** A shopper pays on Stripe's page; `bank`: the money comes later. False when the session cannot be paid. */
  pay(session: string, how?: 'card' | 'bank'): boolean;
  /** Takes the money of a session that is closed already, as two taps at one moment may. */
  payClosed(session: string): void;
  /** What became of a payment that was to come later. */
  settle(session: string, outcome: 'succeeded' | 'failed'): void;
  /** Somebody gives money back in Stripe's dashboard. */
  refund(session: string, amount: number): void;
  /** A bank does not take it: the money is on the account's balance again. */
  failRefund(id: string): void;
  /** The call that has this in its path goes wrong, once. */
  trouble(trouble: Trouble): void;
  /** The last event of a type, as it is posted; signed at this moment. */
  post(type: string): RawRequest;
  /** An event as it is posted, whatever is in it. */
  signed(event: object, signedAt?: number): RawRequest;
  /** Nobody answers any more. */
  goDown(): Promise<void>;
  close(): Promise<void>;
}

/** Stripe's API as far as Parley uses it, from Stripe's public reference; what it does not know it refuses. */
export async function startFakeStripe(config: FakeStripeConfig): Promise<FakeStripe> {
  const account = createAccount();
  const seconds = () => Math.floor(config.now() / 1000);
  const emit = (type: string, object: object): void =>
    void account.events.push(eventOf(account, { type, object, config }));
  const desk: Desk = { account, secretKey: config.secretKey, apiVersion: config.apiVersion, now: seconds, emit };
  const server = createServer((request, response) => void serve(desk, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  const take = (id: string, status: 'succeeded' | 'processing'): void => takeMoney(desk, id, status);
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    account,
    pay(id, how = 'card') {
      if (sessionNow(account, id, seconds()).status !== 'open') return false;
      take(id, how === 'card' ? 'succeeded' : 'processing');
      return true;
    },
    payClosed: (id) => take(id, 'succeeded'),
    settle: (id, outcome) => settle(desk, id, outcome),
    refund(id, amount) {
      const intent = account.sessions.get(id)?.payment_intent ?? '';
      const { charge } = createRefund(account, `payment_intent=${intent}&amount=${amount}`, seconds());
      emit('charge.refunded', charge);
    },
    failRefund(id) {
      const refund = account.refunds.get(id);
      const charge = account.charges.get(refund?.charge ?? '');
      if (!refund || !charge) throw new Error(`no refund ${id}`);
      const failed = { ...refund, status: 'failed', failure_reason: 'lost_or_stolen_card' } as const;
      account.refunds.set(id, failed);
      const back = charge.amount_refunded - refund.amount;
      account.charges.set(charge.id, { ...charge, amount_refunded: back, refunded: false });
      emit('refund.failed', failed);
    },
    trouble: (trouble) => void account.troubles.push(trouble),
    post(type) {
      const event = account.events.findLast((one) => one.type === type);
      if (!event) throw new Error(`no event ${type} yet`);
      return signedRequest(config, event);
    },
    signed: (event, signedAt) => signedRequest(config, event, signedAt),
    goDown: close,
    close,
  };
}

interface Happened {
  readonly type: string;
  readonly object: object;
  readonly config: FakeStripeConfig;
}

function eventOf(account: Account, { type, object, config }: Happened): StripeEvent {
  return {
    id: nextId(account, 'evt'),
    object: 'event',
    api_version: config.apiVersion,
    type,
    created: Math.floor(config.now() / 1000),
    livemode: false,
    data: { object: structuredClone(object) as StripeEvent['data']['object'] },
  };
}

function takeMoney({ account, emit }: Desk, id: string, status: 'succeeded' | 'processing'): void {
  const session = account.sessions.get(id);
  if (!session) throw new Error(`no session ${id}`);
  const { amount_total: amount, currency } = session;
  const metadata = account.intentMetadata.get(id) ?? {};
  const intent = nextId(account, 'pi');
  const charge = status === 'succeeded' ? nextId(account, 'ch') : null;
  account.intents.set(intent, {
    id: intent,
    object: 'payment_intent',
    status,
    amount,
    currency,
    metadata,
    latest_charge: charge,
  });
  if (charge !== null) {
    const fresh = { id: charge, object: 'charge', amount, amount_refunded: 0, refunded: false, currency } as const;
    account.charges.set(charge, { ...fresh, payment_intent: intent, metadata });
  }
  const paid = status === 'succeeded' ? 'paid' : 'unpaid';
  const after = { ...session, status: 'complete', payment_status: paid, payment_intent: intent, url: null } as const;
  account.sessions.set(id, after);
  emit('checkout.session.completed', after);
}

function settle({ account, emit }: Desk, id: string, outcome: 'succeeded' | 'failed'): void {
  const session = account.sessions.get(id);
  const intent = account.intents.get(session?.payment_intent ?? '');
  if (!session || !intent) throw new Error(`nothing is under way for ${id}`);
  if (outcome === 'failed') {
    account.intents.set(intent.id, { ...intent, status: 'requires_payment_method' });
    return emit('checkout.session.async_payment_failed', session);
  }
  const charge = nextId(account, 'ch');
  const { amount, currency, metadata } = intent;
  const fresh = { id: charge, object: 'charge', amount, amount_refunded: 0, refunded: false, currency } as const;
  account.charges.set(charge, { ...fresh, payment_intent: intent.id, metadata });
  account.intents.set(intent.id, { ...intent, status: 'succeeded', latest_charge: charge });
  const paid = { ...session, payment_status: 'paid' } as const;
  account.sessions.set(id, paid);
  emit('checkout.session.async_payment_succeeded', paid);
}

/** https://docs.stripe.com/webhooks#verify-manually: `t`, a full stop and the body, signed with the endpoint's secret. */
function signedRequest({ webhookSecret, now }: FakeStripeConfig, event: object, signedAt = now()): RawRequest {
  const body = JSON.stringify(event, null, 2);
  const at = Math.floor(signedAt / 1000);
  const signature = createHmac('sha256', webhookSecret).update(`${at}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': `t=${at},v1=${signature}` };
  return { method: 'POST', url: '/webhooks/stripe', headers, body: Buffer.from(body) };
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { method = 'GET', headers } = request;
  const body = Buffer.concat(chunks).toString('utf8');
  desk.account.calls.push(`${method} ${pathname}`);
  const at = desk.account.troubles.findIndex(({ about }) => `${method} ${pathname}`.includes(about));
  const trouble = at < 0 ? undefined : desk.account.troubles.splice(at, 1)[0];
  const call = { method, path: pathname, query: search.slice(1), body, headers };
  const answer = trouble?.when === 'before' ? null : answerCall(desk, call);
  if (trouble?.status === 'cut') return void response.socket?.destroy();
  const failure = { status: Number(trouble?.status), json: JSON.stringify({ error: { type: 'api_error' } }) };
  const { status, json } = trouble || !answer ? failure : answer;
  const replayed = answer && 'headers' in answer ? answer.headers : {};
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake', ...replayed }).end(json);
}
