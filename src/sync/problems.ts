import type { Trade } from '../commerce/trade.ts';
import type { StoreReader } from '../storage/store.ts';

/** Something that a person has to look at: a product that cannot be taken, an order that differs. */
export interface Problem {
  readonly what: 'product' | 'order' | 'stock';
  /** Theirs of a product, ours of an order. */
  readonly id: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly at: number;
}

const prefixOf = (system: string) => `${system}/problem/`;

/** Kept until it is gone; told once more only when it is another. */
export async function tellProblem(
  trade: Trade,
  system: string,
  { what, id, reason }: Omit<Problem, 'at'>,
): Promise<void> {
  const stored = await trade.store.get('shop-link', `${prefixOf(system)}${what}/${id}`);
  if (stored?.body['reason'] === reason) return;
  const body = { system, theirs: null, is: 'problem', what, ours: id, reason, updatedAt: trade.now };
  trade.stage({ kind: 'shop-link', id: `${prefixOf(system)}${what}/${id}`, revision: stored?.revision ?? 0, body });
}

export async function forgetProblem(
  trade: Trade,
  system: string,
  { what, id }: Pick<Problem, 'what' | 'id'>,
): Promise<void> {
  const stored = await trade.store.get('shop-link', `${prefixOf(system)}${what}/${id}`);
  if (stored !== null) trade.stage({ kind: 'shop-link', id: stored.id, revision: stored.revision, body: null });
}

export async function problemsOf(store: StoreReader, system: string, limit: number): Promise<readonly Problem[]> {
  const page = await store.find('shop-link', { after: prefixOf(system), limit });
  return page
    .filter(({ id }) => id.startsWith(prefixOf(system)))
    .map(({ body }) => ({
      what: body['what'] as Problem['what'],
      id: String(body['ours']),
      reason: String(body['reason']),
      at: Number(body['updatedAt']),
    }));
}
