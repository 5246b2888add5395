import { inBrackets } from './code.ts';
import type { Link } from './link.ts';

export const linkChannels = ['telegram', 'whatsapp', 'teams', 'web'] as const;
export type LinkChannel = (typeof linkChannels)[number];

/** Where the shop is on each channel; `null`: it is not, or nobody has said. */
export interface ChatPlaces {
  /** The bot's username, without the @. */
  readonly telegram: string | null;
  /** E.164, with the +. */
  readonly whatsapp: string | null;
  /** The bot's Microsoft app id. */
  readonly teams: string | null;
  /** Of the web chat, without a slash at the end. */
  readonly web: string | null;
}

/** The address that starts the conversation; `null` where the shop is not. */
export function chatUrl(link: Pick<Link, 'code' | 'text'>, channel: LinkChannel, places: ChatPlaces): string | null {
  const place = places[channel];
  return place === null ? null : makers[channel](place, link);
}

type Maker = (place: string, link: Pick<Link, 'code' | 'text'>) => string;

const makers: Readonly<Record<LinkChannel, Maker>> = {
  /** A start parameter has up to 64 of A-Z, a-z, 0-9, _ and - (https://core.telegram.org/bots/features#deep-linking). */
  telegram: (bot, { code }) => `https://t.me/${bot}?start=${code}`,
  /** The number without +, zeros before it, brackets or dashes (https://faq.whatsapp.com/5913398998672934). */
  whatsapp: (number, link) => `https://wa.me/${number.replace(/\D/gu, '')}?text=${encoded(link)}`,
  /** A bot is the user `28:` and its app id (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams). */
  teams: (app, link) => `https://teams.microsoft.com/l/chat/0/0?users=28:${app}&message=${encoded(link)}`,
  web: (address, { code }) => `${address}/?start=${code}`,
};

function encoded(link: Pick<Link, 'code' | 'text'>): string {
  return encodeURIComponent(shopperWords(link).toWellFormed());
}

/** What stands in the shopper's message box, ready to be sent. */
export function shopperWords({ code, text }: Pick<Link, 'code' | 'text'>): string {
  return `${text} ${inBrackets(code)}`.trim();
}
