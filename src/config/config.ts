import { resolve } from 'node:path';
import { z } from 'zod';
import { type AssistantGuardSettings, guardSettings, guardVariables } from './assistant-guards.ts';
import { carrierProblems, carrierVariables, type EasypostSettings, easypostSettings } from './carriers.ts';
import { type ClickToChatSettings, clickToChatSettings, clickToChatVariables } from './channels/click-to-chat.ts';
import { type TeamsSettings, teamsProblems, teamsSettings, teamsVariables } from './channels/teams.ts';
import { type TelegramSettings, telegramProblems, telegramSettings, telegramVariables } from './channels/telegram.ts';
import {
  type WhatsappCloudSettings,
  whatsappCloudProblems,
  whatsappCloudSettings,
  whatsappCloudVariables,
} from './channels/whatsapp-cloud.ts';
import { type WhatsappWebSettings, whatsappWebSettings, whatsappWebVariables } from './channels/whatsapp-web.ts';
import { isCurrency, isLocale, isTimeZone } from './intl-names.ts';
import { type MeilisearchSettings, meilisearchSettings, meilisearchVariables } from './meilisearch.ts';
import { type ModelSettings, modelSettings, modelVariables } from './model.ts';
import { type PaymentSettings, paymentProblems, paymentSettings, paymentVariables } from './payments.ts';
import { type ShopSystemsSettings, shopSystemsProblems, shopSystemsSettings, shopSystemsVariables } from './shops.ts';

/** Everything that can be set from outside; read once, frozen. Each variable is explained in .env.example. */
export interface Config {
  readonly dataFolder: string;
  readonly flowsFolder: string;
  /** The merchant's rules: taxes, prices, coupons … */
  readonly rulesFolder: string;
  /** The merchant's pages: delivery, returns, the shop itself … */
  readonly pagesFolder: string;
  readonly mongoUri: string | null;
  readonly meili: MeilisearchSettings | null;
  readonly web: {
    readonly host: string;
    readonly port: number;
    /** Where the world reaches this server, without a slash at the end; `null`: it does not. */
    readonly publicUrl: string | null;
    /** Proxies in front that tell whom they speak for. */
    readonly proxies: number;
    /** Whether the page of the web chat can be seen like any channel would show it. */
    readonly previews: boolean;
  };
  readonly telegram: TelegramSettings | null;
  readonly clickToChat: ClickToChatSettings;
  readonly teams: TeamsSettings | null;
  readonly whatsappCloud: WhatsappCloudSettings | null;
  readonly whatsappWeb: WhatsappWebSettings | null;
  readonly payments: PaymentSettings;
  /** What listens to recordings and looks at pictures. */
  readonly model: ModelSettings | null;
  /** What the assistant may use, what its model costs, and who looks at its words. */
  readonly guards: AssistantGuardSettings;
  /** Who makes labels and tells where parcels are. */
  readonly easypost: EasypostSettings | null;
  /** Real shops that this one is kept in step with. */
  readonly shopSystems: ShopSystemsSettings;
  readonly shop: {
    readonly name: string;
    readonly locale: string;
    readonly currency: string;
    readonly country: string;
    readonly timeZone: string;
  };
  readonly logLevel: LogLevel;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One sentence for each thing that is wrong, with the variable's name and the mend. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG_INVALID';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const schema = z.object({
  PARLEY_DATA: z.string().default('.parley'),
  PARLEY_FLOWS: z.string().default('flows'),
  PARLEY_SHOP: z.string().default('shop'),
  PARLEY_PAGES: z.string().default('pages'),
  PARLEY_HOST: z.string().default('127.0.0.1'),
  PARLEY_PORT: z.coerce
    .number('PARLEY_PORT must be a number, for example 3000')
    .int('PARLEY_PORT must be a whole number')
    .min(0, 'PARLEY_PORT must be between 0 and 65535')
    .max(65_535, 'PARLEY_PORT must be between 0 and 65535')
    .default(3000),
  PARLEY_PROXIES: z.coerce
    .number('PARLEY_PROXIES must be a number, for example 1')
    .int('PARLEY_PROXIES must be a whole number')
    .min(0, 'PARLEY_PROXIES must be between 0 and 10')
    .max(10, 'PARLEY_PROXIES must be between 0 and 10')
    .default(0),
  PARLEY_PUBLIC_URL: z
    .url({ protocol: /^https?$/u, error: 'PARLEY_PUBLIC_URL must be an address, for example https://chat.example.com' })
    .optional(),
  PARLEY_PREVIEW: z.enum(['yes', 'no'], 'PARLEY_PREVIEW must be yes or no').default('no'),
  PARLEY_LOG: z.enum(logLevels, `PARLEY_LOG must be one of ${logLevels.join(', ')}`).default('info'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//u, 'MONGODB_URI must begin with mongodb:// or mongodb+srv://')
    .optional(),
  ...meilisearchVariables,
  ...telegramVariables,
  ...clickToChatVariables,
  ...teamsVariables,
  ...whatsappCloudVariables,
  ...whatsappWebVariables,
  ...modelVariables,
  ...guardVariables,
  ...shopSystemsVariables,
  ...carrierVariables,
  ...paymentVariables,
  SHOP_NAME: z.string().default('Parley Demo Shop'),
  SHOP_LOCALE: z.string().refine(isLocale, 'SHOP_LOCALE must be a language tag, for example en-US').default('en-US'),
  SHOP_CURRENCY: z
    .string()
    .refine(isCurrency, 'SHOP_CURRENCY must be a currency of ISO 4217, for example USD')
    .default('USD'),
  SHOP_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/u, 'SHOP_COUNTRY must be two capital letters, for example US')
    .default('US'),
  SHOP_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'SHOP_TIME_ZONE must be a time zone, for example America/New_York')
    .default('UTC'),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `ConfigError` with all problems at once. A variable that is set to nothing counts as not set. */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(set);
  if (!read.success) throw new ConfigError(read.error.issues.map(({ message }) => message));
  const problems = [
    ...telegramProblems(read.data),
    ...teamsProblems(read.data),
    ...whatsappCloudProblems(read.data),
    ...carrierProblems(read.data),
    ...paymentProblems(read.data),
    ...shopSystemsProblems(read.data),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(toConfig(read.data));
}

function toConfig(set: z.output<typeof schema>): Config {
  return {
    dataFolder: resolve(set.PARLEY_DATA),
    flowsFolder: resolve(set.PARLEY_FLOWS),
    rulesFolder: resolve(set.PARLEY_SHOP),
    pagesFolder: resolve(set.PARLEY_PAGES),
    mongoUri: set.MONGODB_URI ?? null,
    meili: meilisearchSettings(set),
    web: {
      host: set.PARLEY_HOST,
      port: set.PARLEY_PORT,
      proxies: set.PARLEY_PROXIES,
      publicUrl: set.PARLEY_PUBLIC_URL?.replace(/\/+$/u, '') ?? null,
      previews: set.PARLEY_PREVIEW === 'yes',
    },
    telegram: telegramSettings(set),
    clickToChat: clickToChatSettings(set),
    teams: teamsSettings(set),
    whatsappCloud: whatsappCloudSettings(set),
    whatsappWeb: whatsappWebSettings(set),
    payments: paymentSettings(set),
    model: modelSettings(set),
    guards: guardSettings(set),
    shopSystems: shopSystemsSettings(set),
    easypost: easypostSettings(set),
    shop: {
      name: set.SHOP_NAME,
      locale: set.SHOP_LOCALE,
      currency: set.SHOP_CURRENCY,
      country: set.SHOP_COUNTRY,
      timeZone: set.SHOP_TIME_ZONE,
    },
    logLevel: set.PARLEY_LOG,
  };
}
