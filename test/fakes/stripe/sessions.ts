import { invalid, missing } from './fault.ts';
import { address, dictionary, type Form, oneOf, type Rule, readForm, text, whole } from './form.ts';
import { type Account, type Charge, nextId, type Session } from './state.ts';

const item = '^line_items\\[\\d{1,2}\\]';
const price = `${item}\\[price_data\\]`;

/** What of https://docs.stripe.com/api/checkout/sessions/create is used; all else is unknown here. */
const createRules: readonly Rule[] = [
  { name: /^mode$/u, required: true, value: oneOf('payment') },
  { name: /^success_url$/u, required: true, value: address },
  { name: /^cancel_url$/u, value: address },
  { name: /^client_reference_id$/u, value: text(200) },
  { name: /^customer_email$/u, value: (value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(value) && value.length <= 800 },
  { name: /^expires_at$/u, value: whole(1, 1e11) },
  {
    name: /^locale$/u,
    value: oneOf(
      'auto',
      'bg',
      'cs',
      'da',
      'de',
      'el',
      'en',
      'en-GB',
      'es',
      'es-419',
      'et',
      'fi',
      'fil',
      'fr',
      'fr-CA',
      'hr',
      'hu',
      'id',
      'it',
      'ja',
      'ko',
      'lt',
      'lv',
      'ms',
      'mt',
      'nb',
      'nl',
      'pl',
      'pt',
      'pt-BR',
      'ro',
      'ru',
      'sk',
      'sl',
      'sv',
      'th',
      'tr',
      'vi',
      'zh',
      'zh-HK',
      'zh-TW',
    ),
  },
  { name: /^metadata\[[\w-]{1,40}\]$/u, value: text(500) },
  { name: /^payment_intent_data\[metadata\]\[[\w-]{1,40}\]$/u, value: text(500) },
  { name: /^payment_intent_data\[description\]$/u, value: text(1000) },
  { name: new RegExp(`${item}\\[quantity\\]$`, 'u'), required: true, value: whole(1, 999_999) },
  { name: new RegExp(`${price}\\[currency\\]$`, 'u'), required: true, value: (value) => /^[a-z]{3}$/u.test(value) },
  { name: new RegExp(`${price}\\[unit_amount\\]$`, 'u'), required: true, value: whole(0, 99_999_999) },
  { name: new RegExp(`${price}\\[product_data\\]\\[name\\]$`, 'u'), required: true, value: text(1500) },
  { name: new RegExp(`${price}\\[product_data\\]\\[description\\]$`, 'u'), value: text(1500) },
];

/** 50 cents and what is like them: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const least: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };
const halfHour = 30 * 60;
const day = 24 * 60 * 60;

export function createSession(account: Account, body: string, now: number): Session {
  const form = readForm(body, createRules);
  const lines = linesOf(form);
  const [first] = lines;
  if (!first) throw invalid('Missing required param: line_items.', { code: 'parameter_missing', param: 'line_items' });
  if (lines.some(({ currency }) => currency !== first.currency)) throw invalid('You must use one currency.');
  const total = lines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0);
  if (total < (least[first.currency] ?? 50)) {
    const message = 'The Checkout Session’s total amount must convert to at least 50 cents.';
    throw invalid(message, { code: 'amount_too_small' });
  }
  const expires = Number(form.get('expires_at') ?? now + day);
  if (expires < now + halfHour || expires > now + day) {
    const message =
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.';
    throw invalid(message, { param: 'expires_at' });
  }
  const id = nextId(account, 'cs_test');
  const session: Session = {
    id,
    object: 'checkout.session',
    url: `https://checkout.stripe.com/c/pay/${id}`,
    status: 'open',
    payment_status: 'unpaid',
    amount_total: total,
    currency: first.currency,
    client_reference_id: form.get('client_reference_id') ?? null,
    metadata: dictionary(form, 'metadata'),
    payment_intent: null,
    created: now,
    expires_at: expires,
    mode: 'payment',
    livemode: false,
    customer_email: form.get('customer_email') ?? null,
    locale: form.get('locale') ?? null,
    success_url: form.get('success_url') ?? '',
    cancel_url: form.get('cancel_url') ?? null,
  };
  account.sessions.set(id, session);
  account.intentMetadata.set(session.id, dictionary(form, 'payment_intent_data[metadata]'));
  return session;
}

function linesOf(form: Form) {
  const places = new Set([...form.keys()].flatMap((key) => /^line_items\[(\d+)\]/u.exec(key)?.[1] ?? []));
  return [...places].map((at) => {
    const of = (name: string): string => {
      const value = form.get(`line_items[${at}]${name}`);
      if (value === undefined)
        throw invalid(`Missing required param: line_items[${at}]${name}.`, { code: 'parameter_missing' });
      return value;
    };
    of('[price_data][product_data][name]');
    const amount = Number(of('[price_data][unit_amount]'));
    return { quantity: Number(of('[quantity]')), currency: of('[price_data][currency]'), amount };
  });
}

/** As it is at this moment: time may have ended it. */
export function sessionNow(account: Account, id: string, now: number): Session {
  const session = account.sessions.get(id);
  if (!session) throw missing('checkout.session', id);
  return session.status === 'open' && session.expires_at <= now
    ? { ...session, status: 'expired', url: null }
    : session;
}

export function expireSession(account: Account, id: string, now: number): Session {
  const session = sessionNow(account, id, now);
  if (session.status !== 'open') {
    throw invalid(
      'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ' +
        session.status,
    );
  }
  const expired = { ...session, status: 'expired', url: null } as const;
  account.sessions.set(id, expired);
  return expired;
}

/** With the intent and its charge in it where that was asked for. */
export function expanded(account: Account, session: Session, expand: readonly string[]): unknown {
  const intent = session.payment_intent === null ? undefined : account.intents.get(session.payment_intent);
  if (!intent || !expand.some((path) => path.startsWith('payment_intent'))) return session;
  const charge: Charge | undefined = account.charges.get(intent.latest_charge ?? '');
  const isDeep = expand.includes('payment_intent.latest_charge') && charge;
  return { ...session, payment_intent: isDeep ? { ...intent, latest_charge: charge } : intent };
}
