import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
} from 'botbuilder';
import type { Cloud } from './clouds.ts';
import type { Http } from './http.ts';
import type { Reference } from './reference.ts';
import type { TeamsApp } from './settings.ts';
import type { Tokens } from './tokens.ts';

type Parameters = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type Credentials = NonNullable<Parameters[1]>;
type HttpClient = NonNullable<NonNullable<Parameters[4]>['httpClient']>;

export interface Connector {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  /** Shows one activity; its id. Throws `TeamsError`. */
  send(reference: Reference, activity: Partial<Activity>): Promise<string | undefined>;
}

export interface ConnectorParts {
  readonly app: TeamsApp | null;
  readonly cloud: Cloud;
  readonly http: Http;
  /** `null` sends without a token. */
  readonly tokens: Tokens | null;
}

/** The vendor's client, with our way of reaching the network under it. */
export function createConnector(parts: ConnectorParts): Connector {
  const appId = parts.app?.id ?? '';
  const options = { httpClient: httpClient(parts.http) };
  const authentication = new ConfigurationBotFrameworkAuthentication(
    wordsOf(parts),
    credentials(parts),
    undefined,
    undefined,
    options,
  );
  const adapter = new CloudAdapter(authentication);
  return {
    authentication,
    async send(reference, activity) {
      let id: string | undefined;
      await adapter.continueConversationAsync(appId, conversationReference(reference), async (context) => {
        id = (await context.sendActivity(activity))?.id;
      });
      return id || undefined;
    },
  };
}

/** With one of these set and another not, the library takes the other for `undefined` and refuses everybody: so all of them. */
function wordsOf({ app, cloud }: ConnectorParts): NonNullable<Parameters[0]> {
  return {
    MicrosoftAppId: app?.id ?? '',
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `${cloud.loginUrl}/${app?.tenantId ?? cloud.botTenant}`,
    ToChannelFromBotOAuthScope: cloud.audience,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    OAuthUrl: cloud.audience,
    ToBotFromChannelOpenIdMetadataUrl: cloud.keysUrl,
    // Tokens of the emulator are refused beside: nobody needs another set of keys.
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.keysUrl,
  };
}

function credentials({ app, tokens }: ConnectorParts): Credentials {
  return {
    isValidAppId: async (id) => app !== null && id === app.id,
    isAuthenticationDisabled: async () => app === null,
    createCredentials: async () => ({
      signRequest: async (request) => {
        if (tokens !== null) request.headers.set('authorization', `Bearer ${await tokens.get()}`);
        return request;
      },
    }),
  };
}

/** The library's own client retries by itself, for minutes and behind our back; ours tells at once what happened. */
function httpClient(http: Http): HttpClient {
  return {
    async sendRequest(request) {
      const { method, url, body } = request;
      const sent = { method, url, headers: request.headers.rawHeaders(), body: typeof body === 'string' ? body : null };
      const answer = await http.send(sent);
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', 'application/json');
      return { request, headers, status: answer.status, bodyAsText: answer.body };
    },
  };
}

function conversationReference(reference: Reference): Partial<ConversationReference> {
  const { conversation, tenant, type, bot, serviceUrl } = reference;
  const isGroup = type !== 'personal';
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: bot, name: '' },
    ...(reference.user === null ? {} : { user: { id: reference.user, name: '' } }),
    conversation: {
      id: conversation,
      isGroup,
      conversationType: type,
      name: '',
      ...(tenant ? { tenantId: tenant } : {}),
    },
  };
}
