import { z } from 'zod';

export interface WhatsappWebSettings {
  readonly chromiumPath: string;
  readonly chromiumArgs: readonly string[];
  /** An HTML file in place of WhatsApp's page. */
  readonly page: string | null;
  readonly polls: boolean;
  readonly pace: { readonly everyMs: number; readonly jitterMs: number };
}

const yesOrNo = (name: string) => z.enum(['yes', 'no'], `${name} must be yes or no`).default('no');

export const whatsappWebVariables = {
  WHATSAPP_WEB: yesOrNo('WHATSAPP_WEB'),
  CHROMIUM_PATH: z.string().default('/usr/bin/chromium'),
  WHATSAPP_WEB_POLLS: yesOrNo('WHATSAPP_WEB_POLLS'),
  WHATSAPP_WEB_PACE: z.coerce
    .number('WHATSAPP_WEB_PACE must be milliseconds, for example 1500')
    .int('WHATSAPP_WEB_PACE must be whole milliseconds')
    .min(0, 'WHATSAPP_WEB_PACE must be between 0 and 60000')
    .max(60_000, 'WHATSAPP_WEB_PACE must be between 0 and 60000')
    .default(1500),
  WHATSAPP_WEB_PAGE: z.string().optional(),
  WHATSAPP_WEB_CHROMIUM_ARGS: z.string().refine(isArguments, argumentsWords()).optional(),
};

const variables = z.object(whatsappWebVariables);

/** `null`: this channel is not set up. */
export function whatsappWebSettings(set: z.output<typeof variables>): WhatsappWebSettings | null {
  if (set.WHATSAPP_WEB === 'no') return null;
  return {
    chromiumPath: set.CHROMIUM_PATH,
    chromiumArgs: readArguments(set.WHATSAPP_WEB_CHROMIUM_ARGS ?? '[]') ?? [],
    page: set.WHATSAPP_WEB_PAGE ?? null,
    polls: set.WHATSAPP_WEB_POLLS === 'yes',
    pace: { everyMs: set.WHATSAPP_WEB_PACE, jitterMs: Math.round((set.WHATSAPP_WEB_PACE * 2) / 3) },
  };
}

const listOfWords = z.array(z.string());

/** JSON, because arguments of Chromium's hold spaces, commas and quotes. */
function readArguments(text: string): readonly string[] | null {
  try {
    return listOfWords.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isArguments(text: string): boolean {
  return readArguments(text) !== null;
}

function argumentsWords(): string {
  return 'WHATSAPP_WEB_CHROMIUM_ARGS must be a JSON list, for example ["--proxy-server=127.0.0.1:3128"]';
}
