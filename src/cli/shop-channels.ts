import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keptSecret } from '../../adapters/channels/webchat/secret.ts';
import { createWebchat, type Webchat } from '../../adapters/channels/webchat/webchat.ts';
import type { ChannelAdapter } from '../channel/adapter.ts';
import type { Config } from '../config/config.ts';
import { errorCode, type Log } from '../runtime/log.ts';
import type { Transcript } from '../runtime/transcript.ts';
import { pictureFolders, pictureOpener } from './picture-folders.ts';

export async function openWebchat(config: Config, log: Log, transcript: Transcript): Promise<Webchat> {
  const { shop, dataFolder } = config;
  await mkdir(dataFolder, { recursive: true });
  const secret = await keptSecret(join(dataFolder, 'webchat-secret'));
  const onTrouble = (error: unknown): void => log.error('TRANSCRIPT_UNREAD', { code: errorCode(error) });
  return createWebchat({ account: 'shop', shop: shop.name, secret, locale: shop.locale }, { transcript, onTrouble });
}

/** The channels that are set up, beside the web chat. */
export async function otherChannels(config: Config, log: Log): Promise<readonly ChannelAdapter[]> {
  if (!config.telegram) return [];
  const { createTelegramChannel } = await import('../../adapters/channels/telegram/telegram-channel.ts');
  return [createTelegramChannel(config.telegram, { log, openPicture: pictureOpener(pictureFolders(config)) })];
}
