import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { parseConversationId } from '../../../src/channel/ids.ts';
import type { PaymentRequest } from '../../../src/commerce/payment/provider.ts';
import { returnUrl } from '../../web/payment-return.ts';
import { stripeAmount } from './amounts.ts';

export type SessionParams = Stripe.Checkout.SessionCreateParams;

/** What sessions and payments of Parley's carry. `shop` tells two shops on one account apart. */
export const orderMark = 'parley_order';
export const shopMark = 'parley_shop';
/** The store that a payment was opened from. */
export const storeMark = 'parley_store';

export interface SessionSite {
  /** Where our pages are, without a slash at the end. */
  readonly address: string;
  readonly now: number;
}

/** `null`: Stripe cannot take this amount. */
export function sessionParams(request: PaymentRequest, { address, now }: SessionSite): SessionParams | null {
  const items = lineItems(request);
  if (items === null) return null;
  const { order, number, conversation, locale, email } = request;
  const shopper = { channel: parseConversationId(conversation)?.channel ?? null, locale };
  const metadata = { [orderMark]: order, [shopMark]: address, ...(request.store && { [storeMark]: request.store }) };
  const expires = expiresAt(request.until, now);
  return {
    mode: 'payment',
    line_items: items,
    client_reference_id: order,
    metadata,
    payment_intent_data: { metadata, description: `Order ${number}` },
    success_url: returnUrl(address, 'done', shopper),
    cancel_url: returnUrl(address, 'left', shopper),
    locale: pageLanguage(locale),
    ...(email !== null && isMail(email) && { customer_email: email }),
    ...(expires !== null && { expires_at: expires }),
  };
}

/**
 * The same request gives the same key, and with it the same session. What would be another session gets another key: under the same one
 * Stripe would refuse it (docs.stripe.com/api/idempotent_requests).
 */
export function sessionKey({ key }: PaymentRequest, params: SessionParams): string {
  return `parley-${createHash('sha256')
    .update(`${key} ${JSON.stringify(params)}`)
    .digest('hex')
    .slice(0, 48)}`;
}

const minuteMs = 60_000;
/** docs.stripe.com/api/checkout/sessions/create#create_checkout_session-expires_at: 30 minutes to 24 hours. */
const leastMs = 30 * minuteMs;
const mostMs = 24 * 60 * minuteMs;
/** Clocks differ, and the request takes its time. */
const slackMs = minuteMs;
const stepMs = 10 * minuteMs;

/**
 * When the pieces are not kept any more, in seconds. Stripe keeps a page open for half an hour at least: then the end is on a step of ten
 * minutes, so that a request that is made again a moment later asks for the same; what is paid too late is dealt with as such. `null`:
 * Stripe's own 24 hours.
 */
function expiresAt(until: number | null, now: number): number | null {
  if (until === null || until >= now + mostMs) return null;
  const least = now + leastMs + slackMs;
  return Math.floor((until >= least ? until : Math.ceil(least / stepMs) * stepMs) / 1000);
}

/** docs.stripe.com/api/checkout/sessions/create: more lines than this are told as one. */
const mostLines = 100;
const longestName = 250;

/** A line that takes something off, which Stripe does not know, makes them all one line that tells its parts. */
function lineItems({ lines, amount, number }: PaymentRequest): NonNullable<SessionParams['line_items']> | null {
  const fits = lines.length <= mostLines && lines.every(({ total }) => total.amount >= 0);
  const told = fits ? lines : [{ label: `Order ${number}`, quantity: 1, total: amount }];
  const description = fits ? null : lines.map(({ label, quantity }) => `${quantity} × ${label}`).join(', ');
  const items = told.map(({ label, quantity, total }) => {
    const units = stripeAmount(total);
    if (units === null) return null;
    const isEven = units % quantity === 0;
    const name = (isEven ? label : `${quantity} × ${label}`).slice(0, longestName).toWellFormed();
    return {
      quantity: isEven ? quantity : 1,
      price_data: {
        currency: total.currency.toLowerCase(),
        unit_amount: isEven ? units / quantity : units,
        product_data: { name, ...(description && { description: description.slice(0, longestName).toWellFormed() }) },
      },
    };
  });
  return items.every((item) => item !== null) ? items : null;
}

/** docs.stripe.com/api/checkout/sessions/create#create_checkout_session-locale, as far as two letters go. */
const languages =
  'bg cs da de el en es et fi fil fr hr hu id it ja ko lt lv ms mt nb nl pl pt ro ru sk sl sv th tr vi zh'.split(' ');

function pageLanguage(locale: string): string {
  const [language = ''] = locale.split('-');
  return languages.includes(language) ? language : 'auto';
}

/** One that Stripe would not take must not stop a payment: it is only for filling in. */
function isMail(text: string): boolean {
  return /^[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+$/u.test(text);
}
