import type { Refusal } from '../refusal.ts';
import type { RefundTo } from '../rules/orders.ts';
import { refundable } from './ledger.ts';
import type { Order } from './order.ts';
import { type WalletWay, wayIn } from './wallet.ts';

interface Wanted {
  readonly order: Order;
  readonly wallet: readonly WalletWay[];
  /** As it was said: `original`, a payment's reference, a way on file by its id, kind or label; `null`: `original`. */
  readonly to: string | null;
  readonly allowed: readonly RefundTo[];
}

/**
 * Where money goes back to: `original`, a payment's reference, or the id of a way on file. Refuses with `not-a-way-to-pay` what nobody
 * knows, `not-allowed` (details: allowed) what the merchant does not refund to.
 */
export function wayToRefund({ order, wallet, to, allowed }: Wanted): { readonly to: string } | Refusal {
  const wanted = to?.trim() || 'original';
  if (wanted === 'original') return onlyIf(allowed, 'original', wanted);
  const way = wayIn(wallet, wanted);
  const reference = way?.id ?? wanted;
  if (isOriginal(order, reference))
    return onlyIf(allowed, way?.kind === 'gift-card' ? 'either' : 'original', reference);
  if (way === null) return { refused: 'not-a-way-to-pay' };
  return onlyIf(allowed, way.kind === 'gift-card' ? 'gift-card' : 'on-file', way.id);
}

/** Paid with it, and not all of that given back yet; or to be paid with it. */
function isOriginal(order: Order, reference: string): boolean {
  const isOpen = order.payments.some((payment) => payment.reference === reference && payment.state === 'open');
  return isOpen || refundable(order).some((payment) => payment.reference === reference && payment.left > 0);
}

function onlyIf(allowed: readonly RefundTo[], kind: RefundTo | 'either', to: string): { to: string } | Refusal {
  const kinds: readonly RefundTo[] = kind === 'either' ? ['original', 'gift-card'] : [kind];
  const fits = allowed.includes('on-file') || kinds.some((one) => allowed.includes(one));
  return fits ? { to } : { refused: 'not-allowed', details: { allowed: [...allowed] } };
}
