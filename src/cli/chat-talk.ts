import { randomUUID } from 'node:crypto';
import { createColors } from 'picocolors';
import type { InboundContent } from '../channel/inbound.ts';
import type { Config } from '../config/config.ts';
import type { Shop } from '../main.ts';
import { showHistory } from './chat-history.ts';
import { type ChatPeer, chatOf } from './chat-peer.ts';
import type { ChatScreen } from './chat-screen.ts';

export interface Talk {
  readonly shop: Shop;
  readonly config: Config;
  readonly screen: ChatScreen;
  readonly lines: AsyncIterator<string>;
  readonly peer: () => ChatPeer;
  readonly move: (to: ChatPeer) => void;
}

/** Turns shown of a conversation that goes on. */
const shownTurns = 3;

const help = `  Write as you would to a shop. A number picks what is shown with it.
  /new    begin a new conversation
  /quit   leave (the conversation is kept)
  /help   this`;

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
  switch (line.trim().toLowerCase()) {
    case '/help':
      return screen.write(`${help}\n`);
    case '/new':
      return begin(chat);
    default:
      return say(chat, { type: 'text', text: line });
  }
}

async function greet(chat: Talk): Promise<void> {
  const { shop, config, screen, peer } = chat;
  const { bold, dim } = createColors(screen.coloured);
  screen.write(`\n  ${bold(config.shop.name)}\n  ${dim(`You are ${peer().name}. /help tells more, /quit leaves.`)}\n`);
  const before = await shop.transcript.last(chatOf(peer()), shownTurns);
  showHistory(before, screen, config.shop.locale);
  // Only now: what was left to be said belongs below what was said.
  await shop.runtime.start();
  if (before.length === 0) await say(chat, { type: 'opened' });
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
