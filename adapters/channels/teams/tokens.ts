import type { Clock } from '../../../src/runtime/clock.ts';
import type { Cloud } from './clouds.ts';
import { TeamsError } from './failure.ts';
import type { Http } from './http.ts';
import type { TeamsApp } from './settings.ts';

export interface Tokens {
  /** A token that holds for some minutes still. Throws `TeamsError`. */
  get(): Promise<string>;
  /** Somebody refused it: the next one is fetched anew. */
  forget(): void;
}

interface Kept {
  readonly token: string;
  readonly until: number;
}

/** What is left of a token's time when it is exchanged, so that none runs out on its way. */
const marginMs = 5 * 60_000;

/**
 * The bot's own tokens: OAuth 2.0 client credentials, learn.microsoft.com/azure/bot-service, "Authentication with the Bot
 * Connector API". One request however many ask at once.
 */
export function createTokens(
  app: TeamsApp,
  { cloud, http, clock }: { cloud: Cloud; http: Http; clock: Clock },
): Tokens {
  let kept: Kept | null = null;
  let fetching: Promise<Kept> | null = null;
  const fetchOne = async (): Promise<Kept> => {
    try {
      kept = await fetchToken(app, { cloud, http, now: clock.now() });
      return kept;
    } finally {
      fetching = null;
    }
  };
  return {
    async get() {
      if (kept !== null && kept.until > clock.now()) return kept.token;
      fetching ??= fetchOne();
      return (await fetching).token;
    },
    forget: () => {
      kept = null;
    },
  };
}

interface Fetching {
  readonly cloud: Cloud;
  readonly http: Http;
  readonly now: number;
}

async function fetchToken(app: TeamsApp, { cloud, http, now }: Fetching): Promise<Kept> {
  const form = {
    grant_type: 'client_credentials',
    client_id: app.id,
    client_secret: app.password,
    scope: `${cloud.audience}/.default`,
  };
  const { body } = await http
    .send({
      method: 'POST',
      url: `${cloud.loginUrl}/${encodeURIComponent(app.tenantId ?? cloud.botTenant)}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    .catch(ownFault);
  return readToken(body, now);
}

/** Entra answers 400 or 401 for a wrong id, password or tenant: none of them is the message's fault. */
function ownFault(error: unknown): never {
  if (!(error instanceof TeamsError) || error.failure.kind === 'outage' || error.failure.kind === 'busy') throw error;
  throw new TeamsError({ kind: 'credentials', reason: `no token: ${error.failure.reason}` });
}

function readToken(body: string, now: number): Kept {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read === 'object' && read !== null && 'access_token' in read && typeof read.access_token === 'string') {
      const seconds = 'expires_in' in read ? Number(read.expires_in) : Number.NaN;
      const lasts = Number.isFinite(seconds) ? seconds * 1000 : 0;
      return { token: read.access_token, until: now + Math.max(lasts - marginMs, lasts / 2) };
    }
  } catch {
    // Told below: what it says may hold half a token.
  }
  throw new TeamsError({ kind: 'outage', reason: 'no token: the answer holds none' });
}
