import type { Kind } from '../storage/kinds.ts';
import type { Store, Stored } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import { againLine, documentLine, endLine, headLine } from './exchange-file.ts';

export interface ExportOptions {
  readonly store: Pick<Store, 'find'>;
  readonly kinds: readonly Kind[];
  readonly now: () => number;
  readonly onProgress?: (progress: { readonly documents: number }) => void;
}

/** A shop that sells all the time may never stand still; past this the file says that it did not. */
const mostRounds = 5;

/** What has to agree: an order with the pieces kept for it, a coupon with its uses. */
const together: readonly Kind[] = ['order', 'stock', 'coupon-use', 'product', 'shop-link', 'job', 'checkout'];

/**
 * Lines of a file that holds every document of these kinds, without their line feeds. Each document is whole; whatever exists from the
 * beginning to the end is in it. Those of `together` are read again until nothing has changed in between: then all of them are as they
 * were at one moment. What changed comes once more after `again`, and that is what counts.
 */
export async function* exportAll({ store, kinds, now, onProgress }: ExportOptions): AsyncGenerator<string> {
  let lines = 0;
  const seen = new Map<string, Known>();
  yield headLine(now(), kinds);
  for (const kind of kinds) {
    for await (const { id, revision, body } of documentsOf(store, kind)) {
      if (together.includes(kind)) seen.set(`${kind}/${id}`, { kind, id, revision });
      yield documentLine(kind, id, body);
      lines += 1;
      onProgress?.({ documents: lines });
    }
  }
  const moving = kinds.filter((kind) => together.includes(kind));
  let settled = moving.length === 0;
  for (let round = 0; round < mostRounds && !settled; round += 1) {
    settled = true;
    for await (const line of changes(store, moving, seen)) {
      if (settled) yield againLine;
      settled = false;
      yield line;
      lines += 1;
    }
  }
  yield endLine(lines, settled);
}

interface Known {
  readonly kind: Kind;
  readonly id: string;
  readonly revision: number;
}

/** What differs from what was written last, which is brought up to date. */
async function* changes(
  store: Pick<Store, 'find'>,
  kinds: readonly Kind[],
  seen: Map<string, Known>,
): AsyncGenerator<string> {
  const gone = new Map(seen);
  for (const kind of kinds) {
    for await (const { id, revision, body } of documentsOf(store, kind)) {
      const key = `${kind}/${id}`;
      gone.delete(key);
      if (seen.get(key)?.revision === revision) continue;
      seen.set(key, { kind, id, revision });
      yield documentLine(kind, id, body);
    }
  }
  for (const [key, { kind, id }] of gone) {
    seen.delete(key);
    yield documentLine(kind, id, null);
  }
}

async function* documentsOf(store: Pick<Store, 'find'>, kind: Kind): AsyncGenerator<Stored> {
  for await (const page of walkKind(store, kind)) yield* page;
}
