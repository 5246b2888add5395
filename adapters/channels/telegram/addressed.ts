import type { BotIdentity } from './peer.ts';
import type { IncomingMessage } from './update-schema.ts';

/**
 * In a group people talk to each other: only what names the bot, answers it or commands it is for the shop.
 * Everything else is left unread.
 */
export function isAddressed(message: IncomingMessage, bot: BotIdentity): boolean {
  const words = message.text ?? message.caption ?? '';
  return repliesTo(message, bot) || mentions(message, bot) || namesIn(words, bot) || commands(words, bot);
}

function repliesTo(message: IncomingMessage, bot: BotIdentity): boolean {
  return message.reply_to_message?.from?.id === bot.id;
}

function mentions(message: IncomingMessage, bot: BotIdentity): boolean {
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity) => entity.user?.id === bot.id);
}

function namesIn(words: string, bot: BotIdentity): boolean {
  return bot.username !== null && nameOf(bot.username, 'iu').test(words);
}

function commands(words: string, bot: BotIdentity): boolean {
  const command = readCommand(words);
  if (!command) return false;
  return command.bot === null || command.bot.toLowerCase() === bot.username?.toLowerCase();
}

/** The words without the bot's name, which says who is meant and nothing else. */
export function withoutName(words: string, bot: BotIdentity): string {
  return bot.username === null ? words : words.replace(nameOf(bot.username, 'giu'), '').trim();
}

function nameOf(username: string, flags: string): RegExp {
  return new RegExp(`@${username.replace(/\W/gu, '')}(?!\\w)`, flags);
}

export interface Command {
  readonly name: string;
  /** The bot it was given to by name. */
  readonly bot: string | null;
  readonly rest: string;
}

/** `/name`, `/name@bot`, `/name words`: https://core.telegram.org/bots/features#commands */
export function readCommand(words: string): Command | null {
  const match = /^\/(\w{1,32})(?:@(\w{1,64}))?(?:\s+([\s\S]*))?$/u.exec(words);
  if (!match) return null;
  return { name: match[1] ?? '', bot: match[2] ?? null, rest: match[3] ?? '' };
}
