import { z } from 'zod';

/** A carrier that speaks as EasyPost does. */
export interface EasypostSettings {
  readonly apiKey: string;
  /** EasyPost's own when `null`. */
  readonly apiRoot: string | null;
  /** `null`: its webhooks are not taken, and it is asked now and then instead. */
  readonly webhookSecret: string | null;
}

export const carrierVariables = {
  EASYPOST_API_KEY: z.string().optional(),
  EASYPOST_API_ROOT: z
    .url({
      protocol: /^https?$/u,
      error: 'EASYPOST_API_ROOT must be an address, for example https://api.easypost.com/v2',
    })
    .optional(),
  EASYPOST_WEBHOOK_SECRET: z.string().min(8, 'EASYPOST_WEBHOOK_SECRET must have at least 8 characters').optional(),
};

const variables = z.object(carrierVariables);
type Variables = z.output<typeof variables>;

/** One sentence when it is half set up; none when it is set up, or not at all. */
export function carrierProblems(set: Variables): readonly string[] {
  const isTouched = set.EASYPOST_API_ROOT !== undefined || set.EASYPOST_WEBHOOK_SECRET !== undefined;
  if (set.EASYPOST_API_KEY !== undefined || !isTouched) return [];
  return ['EasyPost is half set up: set EASYPOST_API_KEY too, or none of EASYPOST_…'];
}

/** `null`: it is not set up. */
export function easypostSettings(set: Variables): EasypostSettings | null {
  if (set.EASYPOST_API_KEY === undefined) return null;
  return {
    apiKey: set.EASYPOST_API_KEY,
    apiRoot: set.EASYPOST_API_ROOT ?? null,
    webhookSecret: set.EASYPOST_WEBHOOK_SECRET ?? null,
  };
}
