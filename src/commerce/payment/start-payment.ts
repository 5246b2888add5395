import type { Money } from '../../catalog/money.ts';
import type { Order, Payment } from '../orders/order.ts';
import { notFound, readOrder, stageOrder } from '../orders/order-documents.ts';
import { stillToPay } from '../orders/settle-difference.ts';
import type { Refusal } from '../refusal.ts';
import { labelIn } from '../rules/labels.ts';
import type { Trade } from '../trade.ts';
import { billLines } from './bill-lines.ts';
import { closePayments } from './close-payments.ts';
import { orderWays } from './order-ways.ts';
import { payableUntil } from './payable-until.ts';
import type { PaymentProvider, PaymentProviders, PaymentRequest } from './provider.ts';
import { reached } from './provider-down.ts';
import { storeMark } from './store-mark.ts';
import type { WayToPay } from './ways-to-pay.ts';
import { whyNotPayable } from './why-not-payable.ts';

export interface WantedPayment {
  /** The order's id; whether the shopper may see it has been found out before. */
  readonly order: string;
  /** A way to pay; `null`: the one that was chosen for the order. */
  readonly method: string | null;
  /** Where the shopper talks now, and in which language. */
  readonly conversation: string;
  readonly locale: string;
}

export interface PaymentToMake {
  readonly way: WayToPay;
  readonly order: Order;
  readonly payment: Payment;
}

/**
 * What the shopper has to do to pay an order. The open payment is given again; another method, or another amount, takes it back first. The
 * key that the provider gets is the order's, so that a turn that is taken again, or ended half-way, opens no second payment.
 *
 * Refuses with `not-found`; `not-now` (`details.why`: `paid`, `expired`, `nothing-to-pay`, or the order's state); `not-a-way-to-pay`;
 * `not-payable`, as the provider says; `provider-down`.
 */
export async function startPayment(
  trade: Trade,
  providers: PaymentProviders,
  wanted: WantedPayment,
): Promise<PaymentToMake | Refusal> {
  const read = await readOrder(trade, wanted.order);
  if (read === null) return notFound;
  const { order, revision } = read;
  const due = stillToPay(order, trade.shop.currency);
  const why = whyNotPayable(order, due, trade.now);
  if (why !== null) return { refused: 'not-now', details: { why } };
  const way = orderWays(trade, { order, providers, conversation: wanted.conversation }).find(
    ({ id }) => id === (wanted.method ?? order.payBy),
  );
  const provider = way && providers.get(way.id);
  if (!provider) return { refused: 'not-a-way-to-pay' };
  const open = order.payments.findLast((payment) => isThis(payment, way, due));
  if (open) return { way, order, payment: open };
  const down: Refusal = { refused: 'provider-down' };
  const opened = await reached(() => openPayment(trade, { order, due, provider, providers, wanted }), down);
  if ('refused' in opened) return opened;
  stageOrder(trade, opened.order, revision);
  return { way, ...opened };
}

function isThis({ provider, state, amount }: Payment, way: WayToPay, due: Money): boolean {
  return state === 'open' && provider === way.id && amount.amount === due.amount && amount.currency === due.currency;
}

interface Opening {
  readonly order: Order;
  readonly due: Money;
  readonly provider: PaymentProvider;
  readonly providers: PaymentProviders;
  readonly wanted: WantedPayment;
}

async function openPayment(
  trade: Trade,
  { order, due, provider, providers, wanted }: Opening,
): Promise<{ readonly order: Order; readonly payment: Payment } | Refusal> {
  const payments = await closePayments(providers, order);
  if (payments === 'paid') return { refused: 'not-now', details: { why: 'paid' } };
  const kept = { ...order, reservedUntil: keptUntil(trade, order, provider) };
  const store = await storeMark(trade.store);
  const lines = billLines(kept, due, (label) => labelIn(trade.rules.labels, label, wanted.locale));
  const request = { ...requestFor(kept, due, { provider, wanted }), lines };
  const started = await provider.start(store === null ? request : { ...request, store });
  if ('refused' in started) return started;
  const { reference, url, invoice, instructions } = started;
  const fresh = { provider: provider.id, reference, amount: due, url, invoice, instructions, at: trade.now };
  const payment: Payment = { ...fresh, state: 'open' };
  return { payment, order: { ...kept, payBy: provider.id, payments: [...payments, payment] } };
}

function requestFor(
  order: Order,
  amount: Money,
  { provider, wanted }: Pick<Opening, 'provider' | 'wanted'>,
): Omit<PaymentRequest, 'lines'> {
  const { id, number, payments, contact, reservedUntil } = order;
  return {
    order: id,
    number,
    conversation: wanted.conversation,
    amount,
    email: contact?.email ?? null,
    locale: wanted.locale,
    key: `${id}:${payments.length}:${provider.id}:${amount.amount}${amount.currency}`,
    until: provider.paid === 'later' ? null : reservedUntil,
  };
}

/** Who chooses a slower way keeps the pieces as long as if it had been chosen at once; nobody keeps them longer by choosing again. */
function keptUntil({ rules }: Trade, { reservedUntil, placedAt }: Order, { id }: PaymentProvider): number | null {
  if (reservedUntil === null || placedAt === null) return reservedUntil;
  return Math.max(reservedUntil, payableUntil(rules.payment, id, Date.parse(placedAt)));
}
