import { z } from 'zod';
import type { Money } from '../../catalog/money.ts';
import { withProfile } from '../../customer/profile.ts';
import { isObject, type Json, type JsonObject } from '../../storage/json.ts';
import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';

const waySchema = z.object({
  id: z.string(),
  /** `gift-card`, `card`, `paypal` … */
  kind: z.string(),
  /** As people know it: `Visa …4242`. */
  label: z.string().nullish(),
  /** Of a gift card. */
  balance: z.object({ amount: z.int(), currency: z.string() }).nullish(),
});

const walletSchema = z.object({ wallet: z.array(waySchema).nullish() });

/** A way to pay that a customer has on file; card data is none of it. */
export interface WalletWay {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** What is left on a gift card; `null` on everything else. */
  readonly balance: Money | null;
}

/** Of a `customer` document's body. Throws when it is not a customer's. */
export function walletOf(body: JsonObject | null): readonly WalletWay[] {
  const { wallet } = walletSchema.parse(body ?? {});
  return (wallet ?? []).map(({ id, kind, label, balance }) => ({
    id,
    kind,
    label: label ?? id,
    balance: kind === 'gift-card' ? (balance ?? null) : null,
  }));
}

type Reading = Pick<Trade, 'store'>;

export async function readWallet({ store }: Reading, customer: string | null): Promise<readonly WalletWay[]> {
  if (customer === null) return [];
  return walletOf((await store.get('customer', customer))?.body ?? null);
}

/** By its id, its kind where there is one of it, or its label. */
export function wayIn(wallet: readonly WalletWay[], wanted: string): WalletWay | null {
  const said = wanted.trim().toLowerCase();
  const byId = wallet.find(({ id }) => id.toLowerCase() === said);
  const alike = wallet.filter(({ kind, label }) => kind === said || label.toLowerCase() === said);
  return byId ?? (alike.length === 1 ? (alike[0] ?? null) : null);
}

/** Whether a gift card can pay it; `null`: it can. Refuses with `not-enough` (details: available). */
export function notCovered({ balance }: WalletWay, amount: Money): Refusal | null {
  const available = balance?.currency === amount.currency ? balance.amount : 0;
  if (available >= amount.amount) return null;
  return { refused: 'not-enough', details: { available: { amount: available, currency: amount.currency } } };
}

/**
 * Puts money onto a gift card, or takes it off (a negative amount), with all else of the trade. Refuses with `not-a-way-to-pay` where the
 * customer has no such card, `not-enough` where it would be overdrawn.
 */
export async function moveOnGiftCard(
  trade: Trade,
  { customer, card, amount }: { readonly customer: string | null; readonly card: string; readonly amount: Money },
): Promise<Refusal | null> {
  const stored = customer === null ? null : await trade.store.get('customer', customer);
  const wallet = walletOf(stored?.body ?? null);
  const way = wallet.find(({ id, kind }) => id === card && kind === 'gift-card');
  if (stored === null || way === undefined) return { refused: 'not-a-way-to-pay' };
  const short = amount.amount < 0 ? notCovered(way, { ...amount, amount: -amount.amount }) : null;
  if (short !== null) return short;
  const balance = { amount: (way.balance?.amount ?? 0) + amount.amount, currency: amount.currency };
  const body = withProfile(stored.body, { wallet: withBalance(stored.body['wallet'], card, balance) }, trade.now);
  trade.stage({ kind: 'customer', id: stored.id, revision: stored.revision, body });
  return null;
}

/** What others keep on a way to pay (a real shop's own fields) stays there. */
function withBalance(wallet: Json | undefined, card: string, balance: Money): Json {
  const ways = Array.isArray(wallet) ? wallet : [];
  return ways.map((way: Json) => (isObject(way) && way['id'] === card ? { ...way, balance: { ...balance } } : way));
}
