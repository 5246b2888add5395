import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import colours from 'picocolors';
import type { Config } from '../config/config.ts';
import { type ChatPlaces, chatUrl, type LinkChannel, linkChannels, shopperWords } from '../growth/links/chat-url.ts';
import type { Link, LinkTarget } from '../growth/links/link.ts';
import { qrPng, qrSvg } from '../growth/links/qr-code.ts';
import { nearestWord } from '../understanding/nearest-word.ts';
import { Failure } from './failure.ts';
import { missingPlace } from './links-places.ts';

export interface ShowFlags {
  readonly channel?: readonly LinkChannel[];
  readonly qr?: string;
  /** Pixels a module. */
  readonly scale: number;
}

const names: Readonly<Record<LinkChannel, string>> = {
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  teams: 'Teams',
  web: 'Web chat',
};

/** `telegram,web`. */
export function readChannels(text: string): readonly LinkChannel[] {
  const wanted = text.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(wanted.map(readChannel))];
}

function readChannel(name: string): LinkChannel {
  const known = linkChannels.find((channel) => channel === name);
  if (known) return known;
  const near = nearestWord(name, linkChannels);
  const hint = near === null ? `they are ${linkChannels.join(', ')}` : `did you mean ${near}?`;
  throw new InvalidArgumentError(`there are no links for "${name}": ${hint}`);
}

/** Throws `Failure` when a channel that was asked for by name is not set up. */
export function requirePlaces(flags: ShowFlags, places: ChatPlaces, config: Config): void {
  const missing = (flags.channel ?? []).filter((channel) => places[channel] === null);
  if (missing.length === 0) return;
  const lines = missing.map((channel) => `${names[channel]}: ${missingPlace(channel, config, 'CODE')}`);
  throw new Failure(lines.join('\n'));
}

export interface Showing {
  readonly config: Config;
  readonly places: ChatPlaces;
  readonly flags: ShowFlags;
}

/** Everything a merchant needs of a link; the QR codes are written on the way. */
export async function linkWords(link: Link, { config, places, flags }: Showing): Promise<string> {
  const rows = (flags.channel ?? linkChannels).map((channel) => ({ channel, url: chatUrl(link, channel, places) }));
  const lines = rows.map(({ channel, url }) => {
    const shown = url ?? colours.dim(missingPlace(channel, config, link.code));
    return `  ${names[channel].padEnd(10)}${shown}\n`;
  });
  const head = `${colours.bold(link.code)} leads to ${targetWords(link.target)}, campaign ${link.campaign}\n\n`;
  const speaks = rows.some(({ channel, url }) => url !== null && (channel === 'whatsapp' || channel === 'teams'));
  const said = speaks ? `\nThe shopper sends: ${shopperWords(link)}\n` : '';
  const written = flags.qr === undefined ? [] : await writeCodes(link, rows, { folder: flags.qr, scale: flags.scale });
  const codes = written.map((file) => `${colours.dim('written')} ${file}\n`).join('');
  return `${head}${lines.join('')}${said}${codes === '' ? '' : `\n${codes}`}`;
}

export function targetWords(target: LinkTarget): string {
  switch (target.to) {
    case 'product':
      return `product ${target.product}`;
    case 'flow':
      return `flow ${target.flow}`;
    case 'welcome':
      return 'the welcome';
  }
}

interface Address {
  readonly channel: LinkChannel;
  readonly url: string | null;
}

async function writeCodes(
  { code }: Link,
  addresses: readonly Address[],
  { folder, scale }: { folder: string; scale: number },
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = addresses.flatMap(({ channel, url }) => {
    if (url === null) return [];
    const path = join(folder, `${code}-${channel}`);
    return [
      { path: `${path}.svg`, bytes: qrSvg(url) },
      { path: `${path}.png`, bytes: qrPng(url, scale) },
    ];
  });
  await Promise.all(files.map(({ path, bytes }) => writeFile(path, bytes)));
  return files.map(({ path }) => path);
}
