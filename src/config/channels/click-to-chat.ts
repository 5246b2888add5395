import { z } from 'zod';

/** Where a link finds the shop, as far as no channel's own settings say so. */
export interface ClickToChatSettings {
  /** Without the @; `null`: Telegram is asked. */
  readonly telegramBot: string | null;
  /** E.164, with the +. */
  readonly whatsappNumber: string | null;
}

export const clickToChatVariables = {
  TELEGRAM_BOT_NAME: z
    .string()
    .regex(/^@?[A-Za-z]\w{3,31}$/u, 'TELEGRAM_BOT_NAME must be the bot’s username, for example my_shop_bot')
    .optional(),
  WHATSAPP_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/u, 'WHATSAPP_NUMBER must be + and digits, with the country’s code: +4915123456789')
    .optional(),
};

const variables = z.object(clickToChatVariables);

export function clickToChatSettings(set: z.output<typeof variables>): ClickToChatSettings {
  return {
    telegramBot: set.TELEGRAM_BOT_NAME?.replace('@', '') ?? null,
    whatsappNumber: set.WHATSAPP_NUMBER ?? null,
  };
}
