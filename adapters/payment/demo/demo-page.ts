import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { formatMoney } from '../../../src/catalog/format-money.ts';
import { parseConversationId } from '../../../src/channel/ids.ts';
import type { PaymentNotice, PaymentProvider } from '../../../src/commerce/payment/provider.ts';
import { isRefusal } from '../../../src/commerce/refusal.ts';
import type { ShopFacts } from '../../../src/dialog/book.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';
import type { Store } from '../../../src/storage/store.ts';
import { backLink, escaped, sendPage } from '../../web/payment-page.ts';
import type { ChatLink } from '../../web/payment-return.ts';
import { paymentWords } from '../../web/payment-words.ts';
import { type DemoPayment, readDemoPayment } from './demo-payments.ts';
import { demoPath, isPayable } from './demo-provider.ts';

export interface DemoPageDeps {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly shop: ShopFacts;
  readonly provider: PaymentProvider;
  /** Resolves when what the page did is durable with the order. */
  readonly take: (notice: PaymentNotice) => Promise<unknown>;
  readonly chatLink: ChatLink;
}

/** The demo provider's page: what is to be paid, "Pay", "Cancel", and not one field. Looking at it does nothing. */
export function demoPaymentPages(deps: DemoPageDeps): FastifyPluginAsync {
  return async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1024 },
      (_r, body, done) => done(null, new URLSearchParams(String(body))),
    );
    app.get(`${demoPath}/:token`, (request, reply) => show(deps, request, reply));
    app.post(`${demoPath}/:token`, (request, reply) => press(deps, request, reply));
  };
}

interface Opened {
  readonly reference: string;
  readonly payment: DemoPayment;
}

/** `null`: whoever asks has not got this address from us. */
async function opened({ store }: DemoPageDeps, { params }: FastifyRequest): Promise<Opened | null> {
  const given = typeof params === 'object' && params !== null && 'token' in params ? String(params.token) : '';
  const [reference = '', token = ''] = given.split('.');
  const found = await readDemoPayment(store, reference);
  return found !== null && sameSecret(token, found.payment.token) ? { reference, payment: found.payment } : null;
}

async function show(deps: DemoPageDeps, request: FastifyRequest, reply: FastifyReply) {
  const found = await opened(deps, request);
  if (found === null) return notThere(deps, reply);
  const { payment } = found;
  const { language, ...words } = paymentWords(payment.locale);
  const page = { language, shop: deps.shop.name };
  if (isPayable(payment, deps.clock.now())) {
    return sendPage(reply, { ...page, title: words.order(payment.number), body: payableBody(deps, payment) });
  }
  const { title, text } = payment.state === 'paid' ? words.paid : words.closed;
  const link = deps.chatLink(parseConversationId(payment.conversation)?.channel ?? '');
  return sendPage(reply, { ...page, title, body: `<p>${escaped(text)}</p>${backLink(link, words.back)}` });
}

function notThere({ shop }: DemoPageDeps, reply: FastifyReply) {
  const { language, gone } = paymentWords(shop.locale);
  return sendPage(reply, { language, shop: shop.name, title: gone.title, body: `<p>${escaped(gone.text)}</p>` }, 404);
}

async function press(deps: DemoPageDeps, request: FastifyRequest, reply: FastifyReply) {
  const found = await opened(deps, request);
  if (found === null) return notThere(deps, reply);
  const does = request.body instanceof URLSearchParams ? request.body.get('does') : null;
  if (does === 'pay' || does === 'cancel') {
    const order = found.payment.order;
    const notice = await deps.provider.pretend?.({ order, reference: found.reference }, does);
    if (notice && !isRefusal(notice)) await deps.take(notice);
  }
  // The page is loaded anew, so that reloading it presses nothing.
  return reply.redirect(`${demoPath}/${found.reference}.${found.payment.token}`, 303);
}

function payableBody({ shop }: DemoPageDeps, { lines, amount, locale, until }: DemoPayment): string {
  const words = paymentWords(locale);
  const rows = lines.map(({ label, quantity, total }) => {
    const pieces = quantity === 1 ? '' : `<span class="pieces">${quantity} × </span>`;
    return `<tr><th scope="row">${pieces}<bdi>${escaped(label)}</bdi></th><td><bdi dir="ltr">${escaped(formatMoney(total, locale))}</bdi></td></tr>`;
  });
  const sum = escaped(formatMoney(amount, locale));
  const kept = until === null ? '' : `<p class="small">${escaped(words.until(timeOf(until, locale, shop)))}</p>`;
  return `<p class="note" role="note">${escaped(words.demo)}</p>
<div class="card"><table>
<tbody>${rows.join('\n')}</tbody>
<tfoot><tr><th scope="row">${escaped(words.total)}</th><td><bdi dir="ltr">${sum}</bdi></td></tr></tfoot>
</table></div>
<form method="post">
<button name="does" value="pay">${escaped(words.pay(formatMoney(amount, locale)))}</button>
<button class="other" name="does" value="cancel">${escaped(words.cancel)}</button>
</form>
${kept}`;
}

function timeOf(until: number, locale: string, { timeZone }: ShopFacts): string {
  const day = { month: 'short', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(until);
}
