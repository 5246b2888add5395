/** One of Microsoft's clouds, as its bots are configured: learn.microsoft.com/azure/bot-service, "Connector authentication". */
export interface Cloud {
  /** Whose signature a request carries. */
  readonly issuer: string;
  readonly keysUrl: string;
  readonly loginUrl: string;
  /** The tenant that gives tokens to a bot of many tenants. */
  readonly botTenant: string;
  /** What the bot's own tokens are for. */
  readonly audience: string;
}

const publicCloud: Cloud = {
  issuer: 'https://api.botframework.com',
  keysUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  loginUrl: 'https://login.microsoftonline.com',
  botTenant: 'botframework.com',
  audience: 'https://api.botframework.com',
};

const usGovernment: Cloud = {
  issuer: 'https://api.botframework.us',
  keysUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  loginUrl: 'https://login.microsoftonline.us',
  botTenant: 'MicrosoftServices.onmicrosoft.com',
  audience: 'https://api.botframework.us',
};

/** The cloud whose keys these are; with addresses of one's own, the public cloud's words. */
export function cloudOf(keysUrl: string | null, loginUrl: string | null): Cloud {
  const cloud = keysUrl !== null && new URL(keysUrl).hostname.endsWith('.us') ? usGovernment : publicCloud;
  return { ...cloud, keysUrl: keysUrl ?? cloud.keysUrl, loginUrl: loginUrl?.replace(/\/+$/u, '') ?? cloud.loginUrl };
}
