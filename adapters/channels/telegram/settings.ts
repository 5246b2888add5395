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
  /** The webhook's secret; without one every webhook request is refused. */
  readonly secretToken?: string;
  /** Words on the button that asks for a place. */
  readonly shareLocation?: string;
  readonly pace?: Partial<Pace>;
}

export interface TelegramDeps {
  readonly log: Log;
  /** The system's when absent. */
  readonly clock?: Clock;
  /** The bytes of one of the shop's pictures (a path, or an address that only the shop reaches); `null` when there is none. */
  readonly openPicture?: (address: string) => Promise<Uint8Array | null>;
}
