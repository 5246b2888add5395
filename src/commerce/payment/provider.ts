import type { Money } from '../../catalog/money.ts';
import type { RawRequest } from '../../channel/adapter.ts';
import type { Refusal } from '../refusal.ts';

/**
 * A way to pay. Contract: test/contracts/payment-provider.ts. Card data never passes through Parley: a provider gives an address of its
 * own, the platform takes the money, or nothing is paid before delivery.
 */
export interface PaymentProvider {
  /** As `shop/payment.yaml` names it: `stripe`, `telegram`, `cash-on-delivery`, `bank-transfer`, `demo`. */
  readonly id: string;
  /** `before`: the order waits for the money until its reservation ends. `later`: it goes ahead without (cash on delivery). */
  readonly paid: 'before' | 'later';
  /** Whether this provider can serve this conversation: Telegram's invoices exist on Telegram alone. Absent: everybody. */
  serves?(conversation: string): boolean;
  /**
   * Opens a payment. The same `key` gives the same payment, however often it is asked. Refuses with `not-payable` what it cannot take:
   * a currency, an amount too small.
   */
  start(request: PaymentRequest): Promise<StartedPayment | Refusal>;
  /**
   * What the provider knows of it; `null`: it cannot be asked. What it has never heard of is `closed`: nobody can pay it. Throws
   * `PaymentProviderDown` when out of reach, as everything here does.
   */
  state(payment: PaymentRef): Promise<PaymentState | null>;
  /**
   * Gives money back, in whole or in part; the same `key` gives back once. Refuses with `by-hand` where a person has to do it,
   * `too-much`, `not-paid`.
   */
  refund(request: RefundRequest): Promise<{ readonly reference: string } | Refusal>;
  /** Takes back an open payment, so that it cannot be paid any more; `paid`: it is too late for that. Absent: it ends by itself. */
  close?(payment: PaymentRef): Promise<'closed' | 'paid'>;
  /** This shop's payments that were made since, for reconciliation; absent where the provider keeps no list. */
  paidSince?(since: number): Promise<readonly PaymentNotice[]>;
  /** The demo alone: does what a shopper would do on its page. Refuses with `closed`. */
  pretend?(payment: PaymentRef, what: 'pay' | 'cancel'): Promise<PaymentNotice | Refusal>;
  readonly webhook?: {
    /** From the root: `/webhooks/stripe`. */
    readonly path: string;
    /** Raw bytes, constant time. `refused: 'forged'` → 401; `[]`: genuine and not about a payment. */
    read(request: RawRequest): Promise<readonly PaymentNotice[] | Refusal>;
  };
}

export type PaymentProviders = ReadonlyMap<string, PaymentProvider>;

export interface PaymentRequest {
  /** The order's id: comes back with every notice. */
  readonly order: string;
  readonly number: string;
  readonly conversation: string;
  readonly amount: Money;
  /** For what the provider's page shows; they add up to `amount`. What comes off is negative. */
  readonly lines: readonly { readonly label: string; readonly quantity: number; readonly total: Money }[];
  readonly email: string | null;
  readonly locale: string;
  /** Idempotency key. */
  readonly key: string;
  /** The store's mark (store-mark.ts), to come back with what is told. */
  readonly store?: string;
  /** When the reservation ends, epoch ms; `null`: it does not. */
  readonly until: number | null;
}

export interface StartedPayment {
  /** The provider's id of it. */
  readonly reference: string;
  /** Where the shopper pays; `null`: not at an address. */
  readonly url: string | null;
  /** The platform itself takes the money: an invoice with the order's id as its payload is to be shown. */
  readonly invoice: boolean;
  /** What the shopper has to know, filled into the flow's words: `iban`, `reference` … */
  readonly instructions: Readonly<Record<string, string>>;
}

export interface PaymentRef {
  readonly order: string;
  readonly reference: string;
}

export interface PaymentState {
  readonly state: 'open' | 'paid' | 'failed' | 'closed';
  readonly paid: Money | null;
  readonly refunded: Money | null;
}

export interface RefundRequest extends PaymentRef {
  readonly amount: Money;
  readonly key: string;
  readonly reason: string;
}

/** What a provider tells by itself. Comes more than once, late, and in any order. */
export interface PaymentNotice {
  readonly provider: string;
  readonly order: string;
  readonly reference: string;
  /** `refund-failed`: a refund that the provider had accepted has not arrived. */
  readonly state: 'paid' | 'failed' | 'closed' | 'refunded' | 'refund-failed';
  /** Paid, or refunded altogether; of a refund that failed, what it was. */
  readonly amount: Money;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The mark of the store that the payment was opened from; absent: it had none. */
  readonly store?: string;
  /** The refund that failed. */
  readonly refund?: {
    /** `RefundRequest.key`. */
    readonly key: string;
    /** The provider's id of it. */
    readonly reference: string;
  };
}
