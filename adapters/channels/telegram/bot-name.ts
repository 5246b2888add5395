import { Api } from 'grammy';
import type { TelegramSettings } from '../../../src/config/channels/telegram.ts';

/** The bot's username, as links need it; `null` when Telegram does not tell. */
export async function telegramBotName({ token, apiRoot }: TelegramSettings): Promise<string | null> {
  const api = new Api(token, { timeoutSeconds: 10, ...(apiRoot === null ? {} : { apiRoot }) });
  const me = await api.getMe().catch(() => null);
  return typeof me?.username === 'string' ? me.username : null;
}
