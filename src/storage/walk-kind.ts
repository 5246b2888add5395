import type { Kind } from './kinds.ts';
import type { Query, Store, Stored } from './store.ts';

const usualPage = 200;

/** Every such document once, page by page in the order of ids, whatever is written meanwhile; never an empty page. */
export async function* walkKind(
  store: Pick<Store, 'find'>,
  kind: Kind,
  { where, pageSize = usualPage }: { readonly where?: Query['where']; readonly pageSize?: number } = {},
): AsyncGenerator<readonly Stored[], void, void> {
  for (let after: string | undefined; ; ) {
    const page: readonly Stored[] = await store.find(kind, {
      limit: pageSize,
      ...(where && { where }),
      ...(after !== undefined && { after }),
    });
    if (page.length > 0) yield page;
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}
