import { z } from 'zod';

export interface WhatsappCloudSettings {
  readonly token: string;
  /** The id of the shop's number, not the number. */
  readonly phoneNumberId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** The Graph API; Meta's own when `null`. */
  readonly apiRoot: string | null;
  readonly apiVersion: string | null;
  readonly catalogId: string | null;
  /** What is sent to somebody who has been silent for a day. */
  readonly template: { readonly name: string; readonly language: string } | null;
}

export const whatsappCloudVariables = {
  WHATSAPP_CLOUD_TOKEN: z.string().optional(),
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/u, 'WHATSAPP_CLOUD_PHONE_NUMBER_ID must be the id that Meta gives the number: 5 to 20 digits')
    .optional(),
  WHATSAPP_CLOUD_APP_SECRET: z.string().optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_CLOUD_API_ROOT: z
    .url({
      protocol: /^https?$/u,
      error: 'WHATSAPP_CLOUD_API_ROOT must be an address, for example https://graph.facebook.com',
    })
    .optional(),
  WHATSAPP_CLOUD_API_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d$/u, 'WHATSAPP_CLOUD_API_VERSION must look like v23.0')
    .optional(),
  WHATSAPP_CLOUD_CATALOG_ID: z
    .string()
    .regex(/^\d{5,20}$/u, 'WHATSAPP_CLOUD_CATALOG_ID must be the catalogue’s id: 5 to 20 digits')
    .optional(),
  WHATSAPP_CLOUD_TEMPLATE: z
    .string()
    .regex(
      /^[a-z0-9_]{1,512}\/[a-z]{2,3}(_[A-Za-z]{2,4})?$/u,
      'WHATSAPP_CLOUD_TEMPLATE must be a template’s name and language, for example shop_news/en_US',
    )
    .optional(),
};

const variables = z.object(whatsappCloudVariables);
type Variables = z.output<typeof variables>;

const needed = [
  'WHATSAPP_CLOUD_TOKEN',
  'WHATSAPP_CLOUD_PHONE_NUMBER_ID',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
] as const;

/** One sentence when it is half set up; none when it is set up, or not at all. */
export function whatsappCloudProblems(set: Variables): readonly string[] {
  const missing = needed.filter((name) => set[name] === undefined);
  const isTouched = Object.keys(whatsappCloudVariables).some((name) => set[name as keyof Variables] !== undefined);
  if (!isTouched || missing.length === 0) return [];
  return [`WhatsApp (Cloud API) is half set up: set ${missing.join(', ')} too, or none of WHATSAPP_CLOUD_…`];
}

/** `null`: this channel is not set up. */
export function whatsappCloudSettings(set: Variables): WhatsappCloudSettings | null {
  const [token, phoneNumberId, appSecret, verifyToken] = needed.map((name) => set[name]);
  if (!token || !phoneNumberId || !appSecret || !verifyToken) return null;
  const [name, language] = set.WHATSAPP_CLOUD_TEMPLATE?.split('/') ?? [];
  return {
    ...{ token, phoneNumberId, appSecret, verifyToken },
    apiRoot: set.WHATSAPP_CLOUD_API_ROOT ?? null,
    apiVersion: set.WHATSAPP_CLOUD_API_VERSION ?? null,
    catalogId: set.WHATSAPP_CLOUD_CATALOG_ID ?? null,
    template: name && language ? { name, language } : null,
  };
}
