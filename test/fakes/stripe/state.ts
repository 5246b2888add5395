/** What a Stripe account holds, as far as payments by Checkout go. Times are epoch seconds, amounts Stripe's smallest units. */
export interface Session {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly url: string | null;
  readonly status: 'open' | 'complete' | 'expired';
  readonly payment_status: 'paid' | 'unpaid';
  readonly amount_total: number;
  readonly currency: string;
  readonly client_reference_id: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly payment_intent: string | null;
  readonly created: number;
  readonly expires_at: number;
  readonly mode: 'payment';
  readonly livemode: false;
  readonly customer_email: string | null;
  readonly locale: string | null;
  readonly success_url: string;
  readonly cancel_url: string | null;
}

export interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly status: 'succeeded' | 'processing' | 'requires_payment_method';
  readonly amount: number;
  readonly currency: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly latest_charge: string | null;
}

export interface Charge {
  readonly id: string;
  readonly object: 'charge';
  readonly amount: number;
  readonly amount_refunded: number;
  readonly refunded: boolean;
  readonly currency: string;
  readonly payment_intent: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly payment_intent: string;
  readonly charge: string;
  readonly status: 'succeeded' | 'failed';
  readonly failure_reason?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
}

export interface StripeEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly type: string;
  readonly created: number;
  readonly livemode: false;
  readonly data: { readonly object: Session | Charge | Refund | Readonly<Record<string, string>> };
}

/** How a call goes wrong, once: before anything happened, or after it had. */
export interface Trouble {
  readonly about: string;
  readonly when: 'before' | 'after';
  readonly status: number | 'cut';
}

export interface Account {
  readonly sessions: Map<string, Session>;
  /** By session: goes onto its intent as soon as there is one. */
  readonly intentMetadata: Map<string, Readonly<Record<string, string>>>;
  readonly intents: Map<string, Intent>;
  readonly charges: Map<string, Charge>;
  readonly refunds: Map<string, Refund>;
  readonly events: StripeEvent[];
  /** Idempotency key → what was asked and answered. */
  readonly answered: Map<string, { readonly asked: string; readonly status: number; readonly json: string }>;
  readonly troubles: Trouble[];
  /** `POST /v1/refunds`. */
  readonly calls: string[];
  count: number;
}

export function createAccount(): Account {
  return {
    sessions: new Map(),
    intentMetadata: new Map(),
    intents: new Map(),
    charges: new Map(),
    refunds: new Map(),
    events: [],
    answered: new Map(),
    troubles: [],
    calls: [],
    count: 0,
  };
}

/** Ids never repeat, nor tell what they are of. */
export function nextId(account: Account, prefix: string): string {
  account.count += 1;
  return `${prefix}_${String(account.count).padStart(6, '0')}Fake`;
}
