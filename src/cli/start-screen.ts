import colours from 'picocolors';
import type { Config } from '../config/config.ts';

export interface StartScreen {
  readonly config: Config;
  /** Of the web chat. */
  readonly address: string;
  readonly products: number;
  readonly flows: number;
  readonly command: string;
}

/** What somebody who starts Parley for the first time has to know. */
export function startScreen({ config, address, products, flows, command }: StartScreen): string {
  const rows = [
    ['Web chat', colours.cyan(address)],
    ...(config.web.previews ? [['Preview', 'everybody on the page can see it like any channel (PARLEY_PREVIEW)']] : []),
    ['Terminal', `${colours.bold(`${command} chat`)} in another window`],
    ...(config.telegram ? [['Telegram', telegramWords(config.telegram)]] : []),
    ...(config.teams ? [['Teams', teamsWords(config.teams)]] : []),
    ...(config.whatsappCloud ? [['WhatsApp', 'by the Cloud API, webhook /webhooks/whatsapp-cloud']] : []),
    ...(config.whatsappWeb
      ? [['WhatsApp', colours.yellow('by the web client, which gets numbers banned: to try out')]]
      : []),
    ...(config.model ? [['Media', `pictures and recordings are sent to ${new URL(config.model.baseUrl).host}`]] : []),
    ['Products', `${products}, searched with ${config.meili ? 'Meilisearch' : 'the built-in index'}`],
    ['Flows', `${flows} in ${config.flowsFolder}`],
    ['Rules', `prices, delivery, payment … in ${config.rulesFolder}`],
    ['Pages', `answers about the shop in ${config.pagesFolder}`],
    ['Kept in', config.mongoUri ? 'MongoDB' : config.dataFolder],
  ];
  const lines = rows.map(([name = '', value = '']) => `  ${colours.dim(name.padEnd(10))}${value}`);
  const hint = colours.dim('Change a file of these and it is live at once. Ctrl-C closes the shop.');
  return `\n  ${colours.bold(`${config.shop.name} is open`)}\n\n${lines.join('\n')}\n\n  ${hint}\n\n`;
}

function telegramWords({ publicUrl }: NonNullable<Config['telegram']>): string {
  return publicUrl === null ? 'asked for messages, by the bot’s token' : 'hears Telegram at /webhooks/telegram';
}

function teamsWords({ app }: NonNullable<Config['teams']>): string {
  return app
    ? 'hears Microsoft at /webhooks/teams'
    : colours.yellow('believes everybody at /webhooks/teams (TEAMS_WITHOUT_AUTH)');
}

/** The command as it was called, so that what we print can be typed. */
export function ownCommand(argv: readonly string[], environment: NodeJS.ProcessEnv): string {
  if (environment['npm_lifecycle_event'] === 'start') return 'node bin/parley.js';
  const called = argv[1] ?? '';
  return called.endsWith('parley.js') ? 'node bin/parley.js' : 'parley';
}
