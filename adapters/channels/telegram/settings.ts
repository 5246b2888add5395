import type { ApproveCheckout } from '../../../src/channel/checkout.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { Pace } from './send-gate.ts';

export interface TelegramConfig {
  /** As BotFather gave it: `123456:AA…`. */
  readonly token: string;
  /** The Bot API server; Telegram's own when absent. */
  readonly apiRoot?: string | null;
  /** Names this bot in conversation ids; the bot's id when absent. */
  readonly account?: string;
  /** How long one `getUpdates` may stay open, seconds; 30 when absent. */
  readonly pollSeconds?: number;
  /** How long Telegram may take to answer any other call, seconds; 30 when absent. */
  readonly patienceSeconds?: number;
  /** Where the world reaches this shop, for Telegram to post to; absent or `null`: the bot polls. */
  readonly publicUrl?: string | null;
  /** What Telegram's posts carry; made from the token when absent or `null`. */
  readonly secretToken?: string | null;
  /** The payment provider's token from BotFather. */
  readonly paymentToken?: string | null;
  readonly words?: Partial<TelegramWords>;
  readonly pace?: Partial<Pace>;
}

/** What the channel itself says. */
export interface TelegramWords {
  /** On the button that sends a place. */
  readonly shareLocation: string;
  /** On the button that sends a telephone number. */
  readonly shareContact: string;
  /** When a payment cannot be approved. */
  readonly cannotPay: string;
}

export const englishWords: TelegramWords = {
  shareLocation: '📍 Send my location',
  shareContact: '📱 Send my number',
  cannotPay: 'Sorry, this cannot be paid right now. Nothing was taken. Please write to us.',
};

export interface TelegramDeps {
  readonly log: Log;
  /** The system's when absent. */
  readonly clock?: Clock;
  /** The bytes of one of the shop's pictures (a path, or an address that only the shop reaches); `null` when there is none. */
  readonly openPicture?: (address: string) => Promise<Uint8Array | null>;
  /** Whether a payment may be taken; without it none is, and no invoice is shown. */
  readonly approveCheckout?: ApproveCheckout;
}
