import type { Money } from '../../catalog/money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { RefundTo } from '../rules/orders.ts';
import type { Trade } from '../trade.ts';
import { giveBackExcess } from './give-back.ts';
import { ledgerOf } from './ledger.ts';
import type { Order } from './order.ts';
import { openOnFile, payFromWallet, withOnFileWithin } from './pay-from-wallet.ts';
import { notCovered, readWallet, type WalletWay, wayIn } from './wallet.ts';
import { wayToRefund } from './way-to-refund.ts';

/** How a difference is to be paid or given back. */
export interface DifferenceWay {
  /** `null`: it is to be paid like anything else that is owed. */
  readonly pay: WalletWay | null;
  /** `original`, a payment's reference, or a way on file. */
  readonly to: string;
}

interface Wanted {
  readonly order: Order;
  /** As it was said: a way on file, `original`, a provider's id; `null`: nothing was said. */
  readonly payBy: string | null;
  /** What it costs more, in minor units; negative: less. */
  readonly difference: number;
  readonly allowed: readonly RefundTo[];
}

/**
 * Whether the difference can be paid, or given back, in the wanted way. Refuses with `not-a-way-to-pay`, `not-enough` (a gift card; details:
 * available), `not-allowed` (details: allowed).
 */
export async function differenceWay(trade: Trade, wanted: Wanted): Promise<DifferenceWay | Refusal> {
  const { order, payBy, difference, allowed } = wanted;
  const wallet = await readWallet(trade, order.customer);
  const bound = trade.by.who === 'shopper' ? allowed : (['on-file'] as const);
  if (difference < 0) {
    const back = wayToRefund({ order, wallet, to: isProvider(trade, payBy) ? null : payBy, allowed: bound });
    return isRefusal(back) ? back : { pay: null, to: back.to };
  }
  if (payBy === null || payBy === 'original' || isProvider(trade, payBy)) return { pay: null, to: 'original' };
  const pay = wayIn(wallet, payBy);
  if (pay === null) return { refused: 'not-a-way-to-pay' };
  const amount = { amount: difference, currency: order.total?.currency ?? trade.shop.currency };
  const short = pay.kind === 'gift-card' ? notCovered(pay, amount) : null;
  return short ?? { pay, to: pay.id };
}

function isProvider({ rules }: Trade, payBy: string | null): boolean {
  return rules.payment.methods.some(({ provider }) => provider === payBy);
}

/** The order with what it costs more charged to the way on file, and what it costs less given back. */
export async function settleDifference(
  trade: Trade,
  order: Order,
  { pay, to, why }: DifferenceWay & { readonly why: string },
): Promise<Order | Refusal> {
  const owed = (ledgerOf(order)?.owed ?? 0) - openOnFile(order);
  if (order.total === null) return order;
  if (pay !== null && owed > 0) {
    return await payFromWallet(trade, order, { way: pay, amount: { amount: owed, currency: order.total.currency } });
  }
  const back = await giveBackExcess(trade, order, { to, why });
  return withOnFileWithin(back, ledgerOf(back)?.owed ?? 0);
}

/** What is still to be paid by the shopper: not what is charged to a way on file. */
export function stillToPay(order: Order, currency: string): Money {
  const owed = Math.max(0, (ledgerOf(order)?.owed ?? 0) - openOnFile(order));
  return { amount: owed, currency: order.total?.currency ?? currency };
}
