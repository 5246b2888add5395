import { shorten } from '../../../../src/channel/cut.ts';

export interface ManifestFacts {
  readonly appId: string;
  readonly shop: string;
  /** Where the world reaches the shop; https. */
  readonly publicUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  readonly version: string;
  readonly commands: readonly Command[];
}

/** What Teams offers above the field where people write; picked, its title is said. */
export interface Command {
  readonly title: string;
  readonly description: string;
}

/** Lengths and counts: learn.microsoft.com/microsoftteams, "App manifest schema". */
export const manifestLimits = {
  shortName: 30,
  fullName: 100,
  developer: 32,
  shortDescription: 80,
  fullDescription: 4000,
  commands: 10,
  commandTitle: 32,
  commandDescription: 128,
} as const;

const scopes = ['personal', 'team', 'groupchat'] as const;

/** The app's manifest, version 1.16: the oldest that has all it needs, so that every tenant takes it. */
export function manifestOf(facts: ManifestFacts): object {
  const { appId, shop, publicUrl, privacyUrl, termsUrl, version } = facts;
  const most = manifestLimits;
  return {
    $schema: 'https://developer.microsoft.com/en-us/json-schemas/teams/v1.16/MicrosoftTeams.schema.json',
    manifestVersion: '1.16',
    version,
    id: appId,
    packageName: `chat.parley.${appId.replaceAll('-', '').slice(0, 12)}`,
    developer: {
      name: shorten(shop, most.developer),
      websiteUrl: publicUrl,
      privacyUrl,
      termsOfUseUrl: termsUrl,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    name: { short: shorten(shop, most.shortName), full: shorten(`${shop}: the shop that talks`, most.fullName) },
    description: {
      short: shorten(`Find, compare and buy at ${shop}, in chat.`, most.shortDescription),
      full: shorten(fullDescription(shop), most.fullDescription),
    },
    accentColor: '#0E6353',
    bots: [botOf(facts)],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).hostname],
  };
}

function fullDescription(shop: string): string {
  return [
    `Write what you are looking for, in your own words: “a warm winter coat under 200”. ${shop} shows what it has, answers questions about delivery and returns, and keeps your cart.`,
    'In a group chat or a channel, name the bot: each member has a conversation and a cart of their own, and everybody sees the answers.',
  ].join('\n\n');
}

function botOf({ appId, commands }: ManifestFacts): object {
  const most = manifestLimits;
  const offered = commands.slice(0, most.commands).map(({ title, description }) => ({
    title: shorten(title, most.commandTitle),
    description: shorten(description, most.commandDescription),
  }));
  const bot = { botId: appId, scopes, supportsFiles: true, isNotificationOnly: false };
  return offered.length === 0 ? bot : { ...bot, commandLists: [{ scopes, commands: offered }] };
}
