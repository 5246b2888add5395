import type { Trade } from '../trade.ts';
import { givenPrefix, ledgerOf, refundable } from './ledger.ts';
import type { Order, Refund } from './order.ts';
import { moveOnGiftCard } from './wallet.ts';

interface GivingBack {
  /** Minor units of the order's currency. */
  readonly amount: number;
  /** `original`: where it came from; or the id of a way to pay that the customer has on file. */
  readonly to: string;
  readonly why: string;
  /** A refund that nothing came back for. */
  readonly given?: boolean;
}

/** The order with refunds of all that has been paid beyond its worth. */
export async function giveBackExcess(
  trade: Trade,
  order: Order,
  { to = 'original', why }: { readonly to?: string; readonly why: string },
): Promise<Order> {
  return await giveBack(trade, order, { amount: ledgerOf(order)?.excess ?? 0, to, why });
}

/**
 * The order with refunds of so much, and never more than is held. A gift card has it with this trade's commit; all other money is `due`, for
 * its provider to be asked, or `by-hand`, where it goes to a way that it did not come from.
 */
export async function giveBack(trade: Trade, order: Order, { amount, to, why, given }: GivingBack): Promise<Order> {
  const ledger = ledgerOf(order);
  const most = Math.min(amount, ledger?.held ?? 0);
  if (ledger === null || most <= 0) return order;
  const parts = to === 'original' ? backToPayments(order, most) : [{ to, amount: most }];
  let after = order;
  for (const part of parts) {
    const state = await stateOf(trade, after, { ...part, currency: ledger.currency });
    const money = { amount: part.amount, currency: ledger.currency };
    const id = `${given ? givenPrefix : 'refund-'}${after.refunds.length + 1}`;
    const refund: Refund = { id, to: part.to, amount: money, state, why, reference: null, at: trade.now };
    after = { ...after, refunds: [...after.refunds, refund] };
  }
  return after;
}

interface Part {
  readonly to: string;
  readonly amount: number;
}

/** The latest payment first: a difference that was paid goes back before what the order was paid with. */
function backToPayments(order: Order, amount: number): readonly Part[] {
  let rest = amount;
  const parts: Part[] = [];
  for (const { reference, left } of refundable(order).toReversed()) {
    const part = Math.min(rest, Math.max(0, left));
    if (part > 0) parts.push({ to: reference, amount: part });
    rest -= part;
  }
  return rest === 0 ? parts : withRest(parts, rest);
}

/** More went to one payment than it brought (another way was wanted then): the rest goes with the last part. */
function withRest(parts: readonly Part[], rest: number): readonly Part[] {
  const [first, ...others] = parts;
  return first === undefined ? [] : [{ ...first, amount: first.amount + rest }, ...others];
}

async function stateOf(
  trade: Trade,
  order: Order,
  { to, amount, currency }: Part & { readonly currency: string },
): Promise<Refund['state']> {
  const { customer } = order;
  const refused = await moveOnGiftCard(trade, { customer, card: to, amount: { amount, currency } });
  if (refused === null) return 'done';
  return order.payments.some(({ reference }) => reference === to) ? 'due' : 'by-hand';
}
