import { z } from 'zod';

export interface TelegramSettings {
  readonly token: string;
  /** The Bot API server; Telegram's own when `null`. */
  readonly apiRoot: string | null;
  /** Where the world reaches this shop, without a slash at the end, for Telegram to post to; `null`: the bot polls. */
  readonly publicUrl: string | null;
  /** What Telegram's posts carry; made from the token when `null`. */
  readonly secretToken: string | null;
  /** The payment provider's token; `null`: nothing is paid within Telegram. */
  readonly paymentToken: string | null;
}

export const telegramVariables = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'TELEGRAM_BOT_TOKEN must look as BotFather gives it: digits, a colon, letters')
    .optional(),
  TELEGRAM_API_ROOT: z.url('TELEGRAM_API_ROOT must be an address, for example http://127.0.0.1:8081').optional(),
  TELEGRAM_WEBHOOK: z.enum(['yes', 'no'], 'TELEGRAM_WEBHOOK must be yes or no').default('no'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/u, 'TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters of A-Z, a-z, 0-9, _ and -')
    .optional(),
  TELEGRAM_PAYMENT_TOKEN: z.string().optional(),
};

const variables = z.object(telegramVariables);

interface Web {
  readonly PARLEY_PUBLIC_URL?: string | undefined;
}

type Set = z.output<typeof variables> & Web;

/** `null`: this channel is not set up. */
export function telegramSettings(set: Set): TelegramSettings | null {
  if (set.TELEGRAM_BOT_TOKEN === undefined) return null;
  const publicUrl = set.PARLEY_PUBLIC_URL?.replace(/\/+$/u, '') ?? null;
  return {
    token: set.TELEGRAM_BOT_TOKEN,
    apiRoot: set.TELEGRAM_API_ROOT ?? null,
    publicUrl: set.TELEGRAM_WEBHOOK === 'yes' ? publicUrl : null,
    secretToken: set.TELEGRAM_WEBHOOK_SECRET ?? null,
    paymentToken: set.TELEGRAM_PAYMENT_TOKEN ?? null,
  };
}

/** Ports that Telegram posts to: https://core.telegram.org/bots/webhooks. `''` is 443. */
const ports = ['', '80', '88', '8443'];

/** What does not go together, a sentence each. Another Bot API server has rules of its own. */
export function telegramProblems(set: Set): readonly string[] {
  const { PARLEY_PUBLIC_URL: address, TELEGRAM_API_ROOT } = set;
  if (set.TELEGRAM_WEBHOOK !== 'yes') return [];
  if (set.TELEGRAM_BOT_TOKEN === undefined)
    return ['TELEGRAM_WEBHOOK=yes needs TELEGRAM_BOT_TOKEN: which bot is meant'];
  if (address === undefined) return ['TELEGRAM_WEBHOOK=yes needs PARLEY_PUBLIC_URL: where Telegram reaches this shop'];
  const { protocol, port } = new URL(address);
  if (TELEGRAM_API_ROOT !== undefined || (protocol === 'https:' && ports.includes(port))) return [];
  return [
    'PARLEY_PUBLIC_URL must be https on port 443, 80, 88 or 8443 for TELEGRAM_WEBHOOK=yes: Telegram takes no other',
  ];
}
