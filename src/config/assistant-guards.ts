import { z } from 'zod';
import type { GuardSettings } from '../assistant/guards/guarded.ts';
import type { ModelPrice } from '../assistant/guards/model-prices.ts';
import { isCurrency } from './intl-names.ts';

/** `null`: as many as it takes. */
const tokens = (variable: string, usual: number) =>
  z
    .string()
    .regex(/^(?:\d{1,12}|none)$/u, `${variable} must be a number of tokens, or none for no limit`)
    .default(String(usual))
    .transform((value) => (value === 'none' ? null : Number(value)));

const price = String.raw`\d+(?:\.\d+)?`;
const priced = new RegExp(`^([^=,\\s]+)=(${price})/(${price})/(${price})$`, 'u');

export const guardVariables = {
  PARLEY_ASSISTANT_TOKENS_PER_CUSTOMER: tokens('PARLEY_ASSISTANT_TOKENS_PER_CUSTOMER', 200_000),
  PARLEY_ASSISTANT_TOKENS_PER_SHOP: tokens('PARLEY_ASSISTANT_TOKENS_PER_SHOP', 5_000_000),
  PARLEY_ASSISTANT_PRICES: z
    .string()
    .refine(
      (value) => words(value).every((each) => priced.test(each)),
      'PARLEY_ASSISTANT_PRICES must be a list such as gpt-5.4-mini=0.75/0.075/4.5, with the prices of a million tokens: read, read before, written',
    )
    .transform((value) => words(value).map(readPrice))
    .default([]),
  PARLEY_ASSISTANT_CURRENCY: z
    .string()
    .refine(isCurrency, 'PARLEY_ASSISTANT_CURRENCY must be a currency of ISO 4217, for example USD')
    .default('USD'),
  PARLEY_ASSISTANT_UNMODERATED: z.enum(['yes', 'no'], 'PARLEY_ASSISTANT_UNMODERATED must be yes or no').default('yes'),
  OPENAI_MODERATION_MODEL: z.string().max(200).default('none'),
};

function words(list: string): readonly string[] {
  return list.split(',').map((each) => each.trim());
}

function readPrice(written: string): ModelPrice {
  const [, model = '', input, cached, output] = priced.exec(written) ?? [];
  return { model, input: Number(input), cached: Number(cached), output: Number(output) };
}

export interface AssistantGuardSettings extends GuardSettings {
  /** `null`: nobody looks. */
  readonly moderationModel: string | null;
}

const variables = z.object(guardVariables);

export function guardSettings(set: z.output<typeof variables>): AssistantGuardSettings {
  const perCustomerDay = set.PARLEY_ASSISTANT_TOKENS_PER_CUSTOMER;
  return {
    limits: { perCustomerDay, perShopDay: set.PARLEY_ASSISTANT_TOKENS_PER_SHOP },
    prices: { currency: set.PARLEY_ASSISTANT_CURRENCY, models: set.PARLEY_ASSISTANT_PRICES },
    withoutModeration: set.PARLEY_ASSISTANT_UNMODERATED === 'yes' ? 'go-on' : 'refuse',
    moderationModel: set.OPENAI_MODERATION_MODEL === 'none' ? null : set.OPENAI_MODERATION_MODEL,
  };
}
