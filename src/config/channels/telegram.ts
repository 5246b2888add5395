import { z } from 'zod';

export interface TelegramSettings {
  readonly token: string;
  /** The Bot API server; Telegram's own when `null`. */
  readonly apiRoot: string | null;
}

export const telegramVariables = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/u, 'TELEGRAM_BOT_TOKEN must look as BotFather gives it: digits, a colon, letters')
    .optional(),
  TELEGRAM_API_ROOT: z.url('TELEGRAM_API_ROOT must be an address, for example http://127.0.0.1:8081').optional(),
};

const variables = z.object(telegramVariables);

/** `null`: this channel is not set up. */
export function telegramSettings(set: z.output<typeof variables>): TelegramSettings | null {
  if (set.TELEGRAM_BOT_TOKEN === undefined) return null;
  return { token: set.TELEGRAM_BOT_TOKEN, apiRoot: set.TELEGRAM_API_ROOT ?? null };
}
