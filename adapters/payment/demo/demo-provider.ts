import type {
  PaymentNotice,
  PaymentProvider,
  PaymentRef,
  PaymentState,
  RefundRequest,
} from '../../../src/commerce/payment/provider.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Store } from '../../../src/storage/store.ts';
import {
  changeDemoPayment,
  type DemoPayment,
  demoPaymentOf,
  openDemoPayment,
  readDemoPayment,
  referenceFor,
} from './demo-payments.ts';

export interface DemoProviderDeps {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  /** Where the shop's pages are, without a slash at the end; `null`: there are none, and the shopper pays by writing so. */
  readonly address: () => string | null;
}

const id = 'demo';

/**
 * Pretends to take money, on a page of Parley's own, for shops that are being tried out. It keeps what a provider would keep, so that a
 * restart, a second process and the reconciliation find it as they would find the real thing.
 */
export function createDemoProvider(deps: DemoProviderDeps): PaymentProvider {
  return {
    id,
    paid: 'before',
    async start(request) {
      const { token } = await openDemoPayment(deps.store, request);
      const reference = referenceFor(request.key);
      const address = deps.address();
      const url = address === null ? null : `${address}${demoPath}/${reference}.${token}`;
      // On a phone a button in the chat is nearer than a page.
      return { reference, url, invoice: false, instructions: { how: 'write-pay' } };
    },
    state: (payment) => stateOf(deps, payment),
    refund: (request) => refund(deps, request),
    close: (payment) => close(deps, payment),
    paidSince: (since) => paidSince(deps, since),
    pretend: (payment, what) => pretend(deps, payment.reference, what),
  };
}

/** Where the demo's pages stand, from the root. */
export const demoPath = '/pay/demo';

async function stateOf({ store, clock }: DemoProviderDeps, { reference }: PaymentRef): Promise<PaymentState> {
  const found = await readDemoPayment(store, reference);
  if (found === null) return { state: 'closed', paid: null, refunded: null };
  const { payment } = found;
  const { amount, state } = payment;
  if (state !== 'paid')
    return { state: isPayable(payment, clock.now()) ? 'open' : 'closed', paid: null, refunded: null };
  return { state, paid: amount, refunded: { ...amount, amount: refundedOf(payment) } };
}

export function isPayable({ state, until }: DemoPayment, now: number): boolean {
  return state === 'open' && (until === null || now < until);
}

function refundedOf({ refunds }: DemoPayment): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

async function refund(
  { store }: DemoProviderDeps,
  { reference, amount, key }: RefundRequest,
): Promise<{ readonly reference: string } | Refusal> {
  const done = { reference: `demo_refund_${referenceFor(key).slice(5)}` };
  const made = await changeDemoPayment<typeof done | Refusal>(store, reference, (payment) => {
    if (payment.refunds.some((earlier) => earlier.key === key)) return { left: done };
    if (payment.state !== 'paid') return { left: { refused: 'not-paid' } };
    const isTooMuch =
      amount.currency !== payment.amount.currency || refundedOf(payment) + amount.amount > payment.amount.amount;
    if (isTooMuch || amount.amount <= 0) return { left: { refused: 'too-much' } };
    return { payment: { ...payment, refunds: [...payment.refunds, { key, amount: amount.amount }] } };
  });
  if (made === null) return { refused: 'not-paid' };
  return 'left' in made ? made.left : done;
}

async function close({ store }: DemoProviderDeps, { reference }: PaymentRef): Promise<'closed' | 'paid'> {
  const made = await changeDemoPayment<'closed' | 'paid'>(store, reference, (payment) =>
    payment.state === 'open' ? { payment: { ...payment, state: 'closed' } } : { left: payment.state },
  );
  return made !== null && 'left' in made ? made.left : 'closed';
}

async function pretend(
  { store, clock }: DemoProviderDeps,
  reference: string,
  what: 'pay' | 'cancel',
): Promise<PaymentNotice | Refusal> {
  const now = clock.now();
  const made = await changeDemoPayment<DemoPayment | null>(store, reference, (payment) => {
    if (payment.state === (what === 'pay' ? 'paid' : 'closed')) return { left: payment };
    if (!isPayable(payment, now)) return { left: null };
    return { payment: what === 'pay' ? { ...payment, state: 'paid', paidAt: now } : { ...payment, state: 'closed' } };
  });
  const payment = made !== null && 'left' in made ? made.left : made?.payment;
  return payment ? noticeOf(reference, payment, now) : { refused: 'closed' };
}

/** At once; more only where so many were paid in one millisecond. */
const page = 1_000;

/** Page by page, each from the last one's moment on. */
async function paidSince(deps: DemoProviderDeps, since: number, limit = page): Promise<readonly PaymentNotice[]> {
  const notices = await paidFrom(deps, since, limit);
  const last = notices.at(-1)?.at ?? since;
  if (notices.length < limit) return notices;
  if (last === since) return await paidSince(deps, since, limit * 2);
  return [...notices.filter(({ at }) => at < last), ...(await paidSince(deps, last))];
}

async function paidFrom({ store, clock }: DemoProviderDeps, since: number, limit: number) {
  const sort = { by: 'paidAt', direction: 'up' } as const;
  const found = await store.find('demo-payment', { where: { paidAt: { from: since } }, sort, limit });
  return found.map((stored) => noticeOf(stored.id, demoPaymentOf(stored), clock.now()));
}

function noticeOf(reference: string, { order, amount, state, paidAt }: DemoPayment, now: number): PaymentNotice {
  const what = state === 'paid' ? 'paid' : 'closed';
  return { provider: id, order, reference, state: what, amount, at: paidAt ?? now };
}
