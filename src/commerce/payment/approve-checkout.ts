import type { ApproveCheckout, CheckoutQuery } from '../../channel/checkout.ts';
import type { Order } from '../orders/order.ts';
import { readOrder } from '../orders/order-documents.ts';
import { stillToPay } from '../orders/settle-difference.ts';
import type { TradeParts } from '../trade.ts';
import { type CheckoutNo, checkoutWords } from './checkout-words.ts';
import { whyNotPayable } from './why-not-payable.ts';

/** Says of an invoice in a chat whether it may be paid now: the order waits for just this money, here, and its pieces are kept. */
export function createApproveCheckout(parts: TradeParts): ApproveCheckout {
  return async (query) => {
    const talking = await whoTalks(parts, query.conversation);
    const order = (await readOrder(parts, query.payload))?.order ?? null;
    const why =
      order === null ? 'unknown' : whyNot(order, { query, customer: talking.customer, now: parts.clock.now() });
    return why === null ? { ok: true } : { ok: false, reason: checkoutWords(why, talking.locale ?? parts.shop.locale) };
  };
}

interface Asking {
  readonly query: CheckoutQuery;
  readonly customer: string | null;
  readonly now: number;
}

/** `null`: it may be paid. */
function whyNot(order: Order, { query, customer, now }: Asking): CheckoutNo | null {
  const isTheirs = order.conversation === query.conversation || (customer !== null && order.customer === customer);
  if (!isTheirs) return 'unknown';
  const owed = stillToPay(order, query.total.currency);
  const why = whyNotPayable(order, owed, now);
  if (why !== null) return why === 'paid' || why === 'expired' ? why : 'ended';
  const { amount, currency } = query.total;
  if (owed.amount !== amount || owed.currency !== currency) return 'changed';
  return order.payments.some(({ invoice, state }) => invoice && state === 'open') ? null : 'changed';
}

async function whoTalks(
  { store }: TradeParts,
  conversation: string,
): Promise<{ readonly customer: string | null; readonly locale: string | null }> {
  const body = (await store.get('conversation', conversation))?.body;
  const state = body?.['state'];
  const locale = typeof state === 'object' && state !== null && 'locale' in state ? state['locale'] : null;
  const customer = body?.['customer'];
  return {
    customer: typeof customer === 'string' ? customer : null,
    locale: typeof locale === 'string' ? locale : null,
  };
}
