import type { Health } from '../../adapters/web/server.ts';
import type { ChannelAdapter } from '../channel/adapter.ts';
import type { Config } from '../config/config.ts';
import type { Shop } from '../main.ts';
import { errorCode } from '../runtime/log.ts';
import type { LossCount } from './losses.ts';

export interface HealthParts {
  readonly config: Pick<Config, 'mongoUri' | 'meili'>;
  readonly shop: Pick<Shop, 'store' | 'index' | 'book'>;
  readonly channels: readonly ChannelAdapter[];
  /** What channels could not show as it was meant, most frequent first. */
  readonly losses: () => readonly LossCount[];
}

/** What `/health` tells: whether a shopper would be answered, and what the shop is made of. */
export async function shopHealth({ config, shop, channels, losses }: HealthParts): Promise<Health> {
  const store = await working(() => shop.store.get('conversation', '-'));
  const search = await working(() => shop.index.search({ text: '', limit: 1 }));
  return {
    healthy: store === 'ok' && search === 'ok',
    store: { kind: config.mongoUri ? 'mongodb' : 'sqlite', state: store },
    search: { kind: config.meili ? 'meilisearch' : 'embedded', state: search },
    channels: Object.fromEntries(channels.map((adapter) => [adapter.id, adapter.health?.() ?? { state: 'up' }])),
    flows: shop.book.current().flows.size,
    losses: losses(),
  };
}

/** `ok`, or the code of what failed. */
async function working(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask();
    return 'ok';
  } catch (error) {
    return errorCode(error);
  }
}
