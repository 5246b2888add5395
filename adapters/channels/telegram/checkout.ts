import type { Api } from 'grammy';
import type { CheckoutAnswer } from '../../../src/channel/checkout.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import { telegramMoney } from './currencies.ts';
import { failureOf } from './failure.ts';
import { type BotIdentity, conversationOf } from './peer.ts';
import type { TelegramDeps } from './settings.ts';
import type { Checkout } from './update-schema.ts';

export interface Till {
  readonly api: Api;
  readonly clock: Clock;
  readonly log: Log;
  readonly approve: TelegramDeps['approveCheckout'];
  /** What a shopper reads whose payment nobody approves. */
  readonly sorry: string;
}

/** Telegram waits ten seconds (core.telegram.org/bots/api#answerprecheckoutquery); the answer needs some of them to get there. */
const patienceMs = 8000;

/**
 * Says whether a payment may go ahead; without an answer Telegram takes none. Never rejects: what fails is a no, for nobody must
 * pay for what the shop does not know of.
 */
export async function answerCheckout(till: Till, query: Checkout, bot: BotIdentity): Promise<void> {
  const answer = await approved(till, query, bot);
  const refusal = answer.ok ? {} : { error_message: (answer.reason || till.sorry).slice(0, 200) };
  try {
    await till.api.answerPreCheckoutQuery(query.id, answer.ok, refusal);
  } catch (error) {
    till.log.warn('TELEGRAM_CHECKOUT_UNANSWERED', { reason: failureOf(error).reason });
  }
}

/** An invoice that was shown in one chat can be paid by its person alone, so the payer's own chat is the conversation. */
async function approved(till: Till, query: Checkout, bot: BotIdentity): Promise<CheckoutAnswer> {
  const no = { ok: false, reason: till.sorry } as const;
  if (!till.approve) return no;
  const { invoice_payload: payload, total_amount, currency, from } = query;
  const conversation = conversationOf({ id: from.id, type: 'private' }, from, bot.account);
  const asked = till.approve({ payload, total: telegramMoney(total_amount, currency), conversation });
  return inTime(till.clock, asked.catch(failed(till, no)), no);
}

function failed({ log }: Till, no: CheckoutAnswer) {
  return (error: unknown): CheckoutAnswer => {
    log.error('TELEGRAM_CHECKOUT_FAILED', { cause: errorCode(error) });
    return no;
  };
}

function inTime(clock: Clock, asked: Promise<CheckoutAnswer>, late: CheckoutAnswer): Promise<CheckoutAnswer> {
  return new Promise((resolve) => {
    const cancel = clock.after(patienceMs, () => resolve(late));
    void asked.then(resolve).finally(cancel);
  });
}
