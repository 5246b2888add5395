import { z } from 'zod';

export interface TeamsSettings {
  /** The bot's registration in Microsoft Entra; `null`: every request is believed. */
  readonly app: { readonly id: string; readonly password: string; readonly tenantId: string | null } | null;
  /** Where Microsoft's keys are described; the public cloud's when `null`. */
  readonly keysUrl: string | null;
  /** Where the bot gets its own tokens; the keys' cloud's when `null`. */
  readonly loginUrl: string | null;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

export const teamsVariables = {
  TEAMS_APP_ID: z
    .string()
    .regex(guid, 'TEAMS_APP_ID must be the application (client) id as Entra shows it: 8-4-4-4-12 letters and digits')
    .optional(),
  TEAMS_APP_PASSWORD: z.string().optional(),
  TEAMS_TENANT_ID: z
    .string()
    .regex(/^[\w.-]+$/u, 'TEAMS_TENANT_ID must be the directory (tenant) id as Entra shows it')
    .optional(),
  TEAMS_WITHOUT_AUTH: z.literal('yes', 'TEAMS_WITHOUT_AUTH must be yes, or not be set').optional(),
  TEAMS_KEYS_URL: z
    .url({ protocol: /^https?$/u, error: 'TEAMS_KEYS_URL must be an address of OpenID metadata' })
    .optional(),
  TEAMS_LOGIN_URL: z
    .url({ protocol: /^https?$/u, error: 'TEAMS_LOGIN_URL must be an address, as https://login.microsoftonline.com' })
    .optional(),
};

const variables = z.object(teamsVariables);

type Set = z.output<typeof variables>;

/** `null`: this channel is not set up. */
export function teamsSettings(set: Set): TeamsSettings | null {
  const { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID, TEAMS_WITHOUT_AUTH } = set;
  const isApp = id !== undefined && password !== undefined;
  if (!isApp && TEAMS_WITHOUT_AUTH === undefined) return null;
  return {
    app: isApp ? { id, password, tenantId: TEAMS_TENANT_ID ?? null } : null,
    keysUrl: set.TEAMS_KEYS_URL ?? null,
    loginUrl: set.TEAMS_LOGIN_URL ?? null,
  };
}

interface Web {
  readonly PARLEY_HOST: string;
  readonly PARLEY_PUBLIC_URL?: string | undefined;
}

/** What does not go together, a sentence each: a bot without its id would believe whoever writes to it. */
export function teamsProblems(set: Set & Web): readonly string[] {
  const { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: password, TEAMS_WITHOUT_AUTH: isOpen } = set;
  if (isOpen) return openProblems(set);
  if (id !== undefined && password !== undefined) return [];
  if (id !== undefined) return ['TEAMS_APP_PASSWORD is missing: a client secret of the app that TEAMS_APP_ID names'];
  const isWanted = [password, set.TEAMS_TENANT_ID, set.TEAMS_KEYS_URL, set.TEAMS_LOGIN_URL].some(Boolean);
  return isWanted
    ? ['TEAMS_APP_ID is missing: without it nobody who writes to the bot could be told from a forger']
    : [];
}

function openProblems({ TEAMS_APP_ID, PARLEY_HOST, PARLEY_PUBLIC_URL }: Set & Web): readonly string[] {
  const isPublic = PARLEY_PUBLIC_URL !== undefined && !isLoopback(new URL(PARLEY_PUBLIC_URL).hostname);
  return [
    ...(TEAMS_APP_ID === undefined
      ? []
      : ['TEAMS_WITHOUT_AUTH and TEAMS_APP_ID cannot both be set: unset one of them']),
    ...(isLoopback(PARLEY_HOST) && !isPublic
      ? []
      : [
          'TEAMS_WITHOUT_AUTH is for one machine alone: PARLEY_HOST must be 127.0.0.1, and PARLEY_PUBLIC_URL no public address',
        ]),
  ];
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/iu.test(host);
}
