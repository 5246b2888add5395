import { mkdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Webchat } from '../../adapters/channels/webchat/webchat.ts';
import { servePictures } from '../../adapters/web/pictures.ts';
import { createWebServer, type WebServer } from '../../adapters/web/server.ts';
import { webhooks } from '../../adapters/web/webhooks.ts';
import type { ChannelAdapter, Stop } from '../channel/adapter.ts';
import { createApproveCheckout } from '../commerce/payment/approve-checkout.ts';
import { hearPaidInvoices } from '../commerce/payment/hear-paid-invoices.ts';
import type { Config } from '../config/config.ts';
import { openShop, type Shop } from '../main.ts';
import { type ChannelDesk, createChannelDesk } from './channel-desk.ts';
import { createPino, logTo } from './create-log.ts';
import { Failure } from './failure.ts';
import { flowNews, pagesNews, rulesNews, synonymsNews } from './flow-news.ts';
import { followImports } from './follow-imports.ts';
import { freePort } from './free-port.ts';
import { shopHealth } from './health.ts';
import { listenAll } from './listen-all.ts';
import { createLossCounter, type LossCounter } from './losses.ts';
import { ownPictures, pictureFolders } from './picture-folders.ts';
import { salesRoutes } from './sales-routes.ts';
import { openWebchat, otherChannels } from './shop-channels.ts';
import { ownCommand, startScreen } from './start-screen.ts';
import { onStopSignal } from './stop-signals.ts';

interface OpenShop {
  readonly config: Config;
  readonly logger: Logger;
  readonly shop: Shop;
  readonly webchat: Webchat;
  readonly others: readonly ChannelAdapter[];
  readonly desk: ChannelDesk;
  readonly losses: LossCounter;
}

/** Opens the shop and returns; it goes on until a signal closes it. */
export async function serveShop(config: Config): Promise<void> {
  const port = await portFor(config);
  const logger = createPino(config.logLevel, process.stderr);
  let listening: string | null = null;
  const reached = (): string | null => config.web.publicUrl ?? listening;
  const open = await openParts(config, logger, reached);
  const { shop, webchat, others, desk } = open;
  const receive = hearPaidInvoices(shop.selling.parts, shop.runtime.receive);
  const server = createServer(open, port);
  await mkdir(ownPictures(config), { recursive: true });
  await servePictures(server.app, pictureFolders(config));
  await server.app.register(webchat.routes(receive));
  await server.app.register(webhooks({ channels: others, receive, log: logTo(logger) }));
  for (const page of salesRoutes(config, shop.selling, reached)) await server.app.register(page);
  for (const page of desk.pages) await server.app.register(page);
  await shop.runtime.start();
  // A platform that is told where to post must find somebody there.
  const address = await server.listen();
  listening = address;
  desk.opened(address);
  const { stops, failure } = await listenAll(others, receive);
  if (failure) {
    await close(open, [server.close, ...stops]);
    throw failure;
  }
  const unfollow = followFiles(shop);
  const stopImports = config.meili ? undefined : followImports(shop, logTo(logger));
  onStopSignal(() => close(open, [async () => unfollow(), stopImports, server.close, ...stops]));
  await greet(open, address);
}

async function openParts(config: Config, logger: Logger, address: () => string | null): Promise<OpenShop> {
  const log = logTo(logger);
  const losses = createLossCounter();
  const desk = createChannelDesk((text) => process.stdout.write(text));
  let others: readonly ChannelAdapter[] = [];
  let webchat: Webchat | undefined;
  const shop = await openShop(config, {
    log,
    address,
    onLoss: losses.count,
    channelsFor: async ({ transcript, files, store, selling }) => {
      webchat = await openWebchat(config, log, { transcript, files, store });
      others = await otherChannels(config, log, { store, desk, approveCheckout: createApproveCheckout(selling.parts) });
      return [webchat.adapter, ...others];
    },
  });
  if (!webchat) throw new Error('The shop was opened without its web chat');
  return { config, logger, shop, webchat, others, desk, losses };
}

/** Somebody who named a port wants that one and no other. */
async function portFor({ web }: Config): Promise<number> {
  const isNamed = Boolean(process.env['PARLEY_PORT']?.trim());
  if (web.port === 0) return 0;
  const free = await freePort(web.host, web.port);
  if (free === web.port || (free !== null && !isNamed)) return free;
  throw new Failure(
    `Port ${web.port} of ${web.host} is taken: is the shop open already? Set PARLEY_PORT to another, or to 0 for a free one.`,
  );
}

function createServer({ config, logger, shop, webchat, others, losses }: OpenShop, port: number): WebServer {
  const health = () =>
    shopHealth({ config, shop, channels: [webchat.adapter, ...others], losses: () => losses.most(50) });
  return createWebServer({ host: config.web.host, proxies: config.web.proxies, port }, { log: logger, health });
}

function followFiles({ book, rules, pages, synonyms }: Shop): () => void {
  const coloured = process.stdout.isTTY === true;
  const stops = [
    book.follow((change) => process.stdout.write(flowNews(change, coloured))),
    rules.follow((change) => process.stdout.write(rulesNews(change, coloured))),
    pages.follow((change) => process.stdout.write(pagesNews(change, coloured))),
    synonyms.follow((change) => process.stdout.write(synonymsNews(change, coloured))),
  ];
  return () => stops.forEach((stop) => void stop());
}

/** Nothing more comes in; what is under way is finished; then the store is let go. */
async function close({ shop, logger }: OpenShop, stops: readonly (Stop | undefined)[]): Promise<void> {
  process.stdout.write('\nClosing the shop…\n');
  const stopped = await Promise.allSettled(stops.map(async (stop) => stop?.()));
  const ended = await Promise.allSettled([shop.runtime.stop().finally(shop.close)]);
  for (const outcome of [...stopped, ...ended]) {
    if (outcome.status === 'fulfilled') continue;
    logger.error({ err: outcome.reason }, 'CLOSING_FAILED');
    process.exitCode = 1;
  }
}

async function greet({ config, shop }: OpenShop, address: string): Promise<void> {
  const products = await shop.store.count('product', {});
  const flows = shop.book.current().flows.size;
  const command = ownCommand(process.argv, process.env);
  process.stdout.write(startScreen({ config, address, products, flows, command }));
}
