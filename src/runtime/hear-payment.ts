import type { PaymentNotice } from '../commerce/payment/provider.ts';
import type { RuntimeContext } from './context.ts';
import type { InboxEntry } from './inbox-entry.ts';
import type { Lane } from './lane.ts';

/** Books a payment that a platform has taken, once however often it is told; resolves when that is durable. */
export type TakePayment = (notice: PaymentNotice) => Promise<void>;

/** Before the turn: a shopper must not hear thanks for money that the order knows nothing of. */
export async function hearPayment(
  { takePayment }: Pick<RuntimeContext, 'takePayment'>,
  { address }: Pick<Lane, 'address'>,
  { content, at }: InboxEntry,
): Promise<void> {
  if (content.type !== 'paid' || !takePayment) return;
  const { payload, total, reference } = content;
  await takePayment({ provider: address.channel, order: payload, reference, state: 'paid', amount: total, at });
}
