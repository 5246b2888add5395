import { rebuildFromStore } from '../catalog/product-walk.ts';
import type { Stock } from '../main.ts';
import { errorCode, type Log } from '../runtime/log.ts';

const everyMs = 3_000;

/**
 * An index in memory knows nothing of products that another process imports: it is filled anew after each import that was
 * finished. Gives the way to stop.
 */
export function followImports({ store, index }: Pick<Stock, 'store' | 'index'>, log: Log): () => Promise<void> {
  let seen: string | null = null;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const found = await store.find('import', { sort: { by: 'startedAt', direction: 'down' }, limit: 20 });
    const now = JSON.stringify(found.filter(({ body }) => body['finished']).map(({ id, revision }) => [id, revision]));
    if (seen !== null && seen !== now) {
      await rebuildFromStore(store, index);
      log.info('INDEX_FILLED_ANEW');
    }
    seen = now;
  };
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error: unknown) => log.warn('IMPORTS_UNSEEN', { code: errorCode(error) }));
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
