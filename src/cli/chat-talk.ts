import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { sep } from 'node:path';
import { createColors } from 'picocolors';
import type { Preview } from '../../adapters/channels/terminal/preview/preview.ts';
import { channelNames } from '../channel/channel-names.ts';
import type { InboundContent } from '../channel/inbound.ts';
import type { Config } from '../config/config.ts';
import type { Shop } from '../main.ts';
import { showHistory } from './chat-history.ts';
import { type ChatPeer, chatOf } from './chat-peer.ts';
import type { ChatScreen } from './chat-screen.ts';
import { sentFile } from './sent-file.ts';

export interface Talk {
  readonly shop: Shop;
  readonly config: Config;
  readonly screen: ChatScreen;
  /** The channel whose look the terminal has; its own when `null`. */
  readonly preview: Preview | null;
  readonly lines: AsyncIterator<string>;
  readonly peer: () => ChatPeer;
  readonly move: (to: ChatPeer) => void;
}

/** Turns shown of a conversation that goes on. */
const shownTurns = 3;

const help = `  Write as you would to a shop. A number picks what is shown with it.
  /send   send a file: /send photo.jpg
  /new    begin a new conversation
  /quit   leave (the conversation is kept)
  /help   this`;

const pressing = `  The number beside a button presses it. Everything else is sent as you write it, and so is a number
  that stands beside no button of the last answer.`;

/** Talks until `/quit` or the end of the lines. */
export async function talk(chat: Talk): Promise<void> {
  await greet(chat);
  for (;;) {
    chat.screen.prompt();
    const line = await chat.lines.next();
    if (line.done || /^\/(quit|exit|q)$/iu.test(line.value.trim())) return;
    await hearLine(chat, line.value);
  }
}

async function hearLine(chat: Talk, line: string): Promise<void> {
  const { screen } = chat;
  if (line.trim() === '') return;
  screen.echo(line);
  const [, path] = /^\/send\s+(.+)$/iu.exec(line.trim()) ?? [];
  if (path !== undefined) return send(chat, path);
  switch (line.trim().toLowerCase()) {
    case '/send':
      return screen.write('  /send needs the name of a file: /send photo.jpg\n');
    case '/help':
      return screen.write(`${chat.preview ? `${pressing}\n` : ''}${help}\n`);
    case '/new':
      return begin(chat);
    default:
      return say(chat, contentOf(chat, line));
  }
}

function contentOf({ preview, screen }: Talk, line: string): InboundContent {
  const pressed = preview?.pressed(line);
  if (!pressed) return { type: 'text', text: line };
  screen.write(`${createColors(screen.coloured).dim(`     pressed: ${pressed.label}`)}\n`);
  return { type: 'choice', id: pressed.id, label: pressed.label };
}

async function greet(chat: Talk): Promise<void> {
  const { shop, config, screen, preview, peer } = chat;
  const { bold, dim } = createColors(screen.coloured);
  const look = preview ? ` This is how ${channelNames[preview.channel]} shows it.` : '';
  screen.write(
    `\n  ${bold(config.shop.name)}\n  ${dim(`You are ${peer().name}.${look} /help tells more, /quit leaves.`)}\n`,
  );
  const before = await shop.transcript.last(chatOf(peer()), shownTurns);
  showHistory(before, { screen, preview, conversation: chatOf(peer()), locale: config.shop.locale });
  // Only now: what was left to be said belongs below what was said.
  await shop.runtime.start();
  if (before.length === 0) await say(chat, { type: 'opened' });
}

function send(chat: Talk, path: string): Promise<void> | void {
  const named = namedFile(path);
  if (!existsSync(named) || !statSync(named).isFile()) return chat.screen.write(`  There is no file ${named}\n`);
  return say(chat, sentFile(named));
}

/** As a shell would have it: in quotes or with a \ before each blank when a file is dropped on the window, and `~` for home. */
function namedFile(path: string): string {
  const quoted = /^(['"])(.*)\1$/u.exec(path)?.[2];
  if (quoted !== undefined) return quoted;
  const plain = sep === '/' ? path.replace(/\\(.)/gu, '$1') : path;
  return plain.replace(/^~(?=[/\\])/u, homedir());
}

function begin(chat: Talk): Promise<void> {
  const { name, number } = chat.peer();
  chat.move({ name, number: number + 1 });
  return say(chat, { type: 'opened' });
}

async function say({ shop, screen, peer }: Talk, content: InboundContent): Promise<void> {
  screen.typing();
  const { name } = peer();
  const event = { id: randomUUID(), conversation: chatOf(peer()), at: Date.now(), content };
  try {
    await shop.runtime.handle(content.type === 'opened' ? event : { ...event, sender: { name } });
  } catch {
    screen.write('  That could not be kept just now. Please send it again.\n');
  }
}
