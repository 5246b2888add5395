import type { Config } from '../config/config.ts';
import type { ChatPlaces, LinkChannel } from '../growth/links/chat-url.ts';

/** Where this shop is. Telegram is asked for the bot's name when it is wanted and nobody has told. */
export async function chatPlaces(config: Config, channels: readonly LinkChannel[]): Promise<ChatPlaces> {
  const { clickToChat, web } = config;
  return {
    telegram: channels.includes('telegram') ? await botName(config) : null,
    whatsapp: clickToChat.whatsappNumber,
    teams: config.teams?.app?.id ?? null,
    web: web.publicUrl,
  };
}

async function botName({ clickToChat, telegram }: Config): Promise<string | null> {
  if (clickToChat.telegramBot !== null || telegram === null) return clickToChat.telegramBot;
  const { telegramBotName } = await import('../../adapters/channels/telegram/bot-name.ts');
  return telegramBotName(telegram);
}

/** Why there is no address, and what to do. */
export function missingPlace(channel: LinkChannel, config: Config, code: string): string {
  switch (channel) {
    case 'telegram':
      return config.telegram === null
        ? 'not set up: TELEGRAM_BOT_TOKEN or TELEGRAM_BOT_NAME'
        : 'Telegram did not tell the bot’s name: set TELEGRAM_BOT_NAME';
    case 'whatsapp':
      return 'not set up: WHATSAPP_NUMBER';
    case 'teams':
      return 'not set up: TEAMS_APP_ID';
    case 'web':
      return `not set up: PARLEY_PUBLIC_URL (on this machine: http://${config.web.host}:${config.web.port}/?start=${code})`;
  }
}
