import type { Store } from '../../storage/store.ts';
import { newCode } from './code.ts';
import { type Link, linkBody, linkOf } from './link.ts';

/** Keeps it under a code that no other link has. */
export async function addLink(
  store: Pick<Store, 'commit'>,
  made: Omit<Link, 'code'>,
  code: () => string = newCode,
): Promise<Link> {
  for (;;) {
    const link = { ...made, code: code() };
    const write = { kind: 'link', id: link.code, revision: 0, body: linkBody(link) } as const;
    if ((await store.commit([write])) === 'committed') return link;
  }
}

export async function findLink(store: Pick<Store, 'get'>, code: string): Promise<Link | null> {
  const stored = await store.get('link', code);
  return stored && linkOf(stored);
}

export interface CountedLink extends Link {
  /** Conversations that came by it. */
  readonly conversations: number;
}

const mostShown = 1000;

/** The newest first, at most 1,000. */
export async function countedLinks(store: Pick<Store, 'find' | 'count'>): Promise<readonly CountedLink[]> {
  const found = await store.find('link', { sort: { by: 'createdAt', direction: 'down' }, limit: mostShown });
  const count = (link: string): Promise<number> => store.count('visit', { where: { link } });
  return Promise.all(found.map(async (stored) => ({ ...linkOf(stored), conversations: await count(stored.id) })));
}

/** False when there is none. Who came by it is forgotten too; what the customers keep of it stays with them. */
export async function dropLink(store: Pick<Store, 'get' | 'find' | 'commit'>, code: string): Promise<boolean> {
  for (;;) {
    const stored = await store.get('link', code);
    if (!stored) return false;
    const write = { kind: 'link', id: code, revision: stored.revision, body: null } as const;
    if ((await store.commit([write])) === 'conflict') continue;
    await forgetVisits(store, code);
    return true;
  }
}

async function forgetVisits(store: Pick<Store, 'find' | 'commit'>, link: string): Promise<void> {
  for (;;) {
    const some = await store.find('visit', { where: { link } });
    if (some.length === 0) return;
    await store.commit(some.map(({ id, revision }) => ({ kind: 'visit', id, revision, body: null })));
  }
}
