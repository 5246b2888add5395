import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keptSecret } from '../../adapters/channels/webchat/secret.ts';
import { createWebchat, type Webchat, type WebchatMedia } from '../../adapters/channels/webchat/webchat.ts';
import type { ChannelAdapter } from '../channel/adapter.ts';
import type { ApproveCheckout } from '../channel/checkout.ts';
import type { Config } from '../config/config.ts';
import type { ChannelParts } from '../main.ts';
import { mediaRecord } from '../media/media-record.ts';
import { errorCode, type Log } from '../runtime/log.ts';
import { createReferences } from '../runtime/references.ts';
import type { Store } from '../storage/store.ts';
import type { ChannelDesk } from './channel-desk.ts';
import { pictureFolders, pictureOpener } from './picture-folders.ts';

export async function openWebchat(
  config: Config,
  log: Log,
  { transcript, files, store }: Pick<ChannelParts, 'transcript' | 'files' | 'store'>,
): Promise<Webchat> {
  const { shop, dataFolder } = config;
  await mkdir(dataFolder, { recursive: true });
  const secret = await keptSecret(join(dataFolder, 'webchat-secret'));
  const onTrouble = (error: unknown): void => log.error('TRANSCRIPT_UNREAD', { code: errorCode(error) });
  const listens = config.model !== null && config.model.transcriptionModel !== null;
  const media: WebchatMedia = { files, listens, record: (sent) => mediaRecord(store, sent) };
  const settings = { account: 'shop', shop: shop.name, secret, locale: shop.locale, previews: config.web.previews };
  return createWebchat(settings, { transcript, media, onTrouble });
}

export interface ChannelPlaces {
  readonly store: Store;
  readonly desk: ChannelDesk;
  readonly approveCheckout: ApproveCheckout;
}

/** The channels that are set up, beside the web chat. */
export async function otherChannels(
  config: Config,
  log: Log,
  { store, desk, approveCheckout }: ChannelPlaces,
): Promise<readonly ChannelAdapter[]> {
  const opened = [
    await openTelegram(config, log, approveCheckout),
    await openTeams(config, log, store),
    await openWhatsappCloud(config, log),
    await openWhatsappWeb(config, log, desk),
  ];
  return opened.filter((channel) => channel !== null);
}

async function openTelegram(
  config: Config,
  log: Log,
  approveCheckout: ApproveCheckout,
): Promise<ChannelAdapter | null> {
  if (!config.telegram) return null;
  const { createTelegramChannel } = await import('../../adapters/channels/telegram/telegram-channel.ts');
  return createTelegramChannel(config.telegram, {
    log,
    approveCheckout,
    openPicture: pictureOpener(pictureFolders(config)),
  });
}

async function openTeams(config: Config, log: Log, store: Store): Promise<ChannelAdapter | null> {
  if (!config.teams) return null;
  const { createTeamsChannel } = await import('../../adapters/channels/teams/teams-channel.ts');
  const { publicUrl } = config.web;
  const deps = { log, references: createReferences(store), openPicture: pictureOpener(pictureFolders(config)) };
  return createTeamsChannel({ ...config.teams, publicUrl, locale: config.shop.locale }, deps);
}

async function openWhatsappCloud(config: Config, log: Log): Promise<ChannelAdapter | null> {
  if (!config.whatsappCloud) return null;
  const { createWhatsappCloudChannel } = await import(
    '../../adapters/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
  );
  const { publicUrl } = config.web;
  const deps = { log, openPicture: pictureOpener(pictureFolders(config)) };
  return createWhatsappCloudChannel({ ...config.whatsappCloud, publicUrl, locale: config.shop.locale }, deps);
}

async function openWhatsappWeb(config: Config, log: Log, desk: ChannelDesk): Promise<ChannelAdapter | null> {
  if (!config.whatsappWeb) return null;
  const { createWhatsappWeb } = await import('../../adapters/channels/whatsapp-web/whatsapp-web.ts');
  const settings = { ...config.whatsappWeb, folder: join(config.dataFolder, 'whatsapp-web') };
  const openPicture = pictureOpener(pictureFolders(config));
  const { adapter, routes } = createWhatsappWeb(settings, { log, show: desk.show, openPicture });
  desk.add(routes());
  return adapter;
}
