import type { Receive } from '../../channel/adapter.ts';
import type { InboundEvent } from '../../channel/inbound.ts';
import { readOrder, stageOrder } from '../orders/order-documents.ts';
import { type Trade, transact } from '../trade.ts';
import type { PaymentParts } from './payment-parts.ts';
import type { PaymentNotice } from './provider.ts';
import { takeNotice } from './take-notice.ts';

/**
 * Hears of money that a channel itself took before the conversation does: when it is told on, the order has it. Both are safe to be done
 * again, so a stop between them loses nothing: the platform delivers the event once more.
 */
export function hearPaidInvoices(parts: PaymentParts, receive: Receive): Receive {
  return async (event) => {
    const { content } = event;
    if (content.type === 'paid') await takePaid(parts, event, content);
    return await receive(event);
  };
}

type Paid = Extract<InboundEvent['content'], { type: 'paid' }>;

async function takePaid(parts: PaymentParts, { at }: InboundEvent, { payload, reference, total }: Paid): Promise<void> {
  const notice = { provider: 'telegram', order: payload, reference, state: 'paid', amount: total, at } as const;
  const key = `payment:telegram:${reference}`;
  const by = { who: 'system', what: 'telegram' } as const;
  await transact(parts, { key, by }, (trade) => nameInvoice(trade, notice));
  await takeNotice(parts, notice);
}

/** An invoice gets its number of the platform's only when it is paid; by that number a person finds it to give money back. */
async function nameInvoice(trade: Trade, { order: id, reference }: PaymentNotice): Promise<null> {
  const read = await readOrder(trade, id);
  const isNamed = read?.order.payments.some((payment) => payment.reference === reference);
  const open = read?.order.payments.findLast(({ invoice, state }) => invoice && state === 'open');
  if (!read || isNamed || !open) return null;
  const payments = read.order.payments.map((payment) => (payment === open ? { ...payment, reference } : payment));
  stageOrder(trade, { ...read.order, payments }, read.revision);
  return null;
}
