import { z } from 'zod';
import { type Action, type ActionContext, defineAction } from '../../src/actions/action.ts';
import type { Kind } from '../../src/storage/kinds.ts';
import type { StoreReader } from '../../src/storage/store.ts';

export interface CountingSettings {
  /** Which document counts; one of each customer when absent. */
  readonly counter?: (context: ActionContext) => string;
  /** What the slow action waits for. */
  readonly slowly?: (context: ActionContext) => Promise<void>;
}

const kind: Kind = 'cart';

/** Two actions that count through a staged write: `test.count`, and `test.count-slowly` that waits first. */
export function countingActions(settings: CountingSettings = {}): readonly Action[] {
  const shape = {
    about: 'Counts.',
    input: z.object({}),
    output: z.object({ count: z.number() }),
    callers: ['flow'],
  } as const;
  const counter = settings.counter ?? ((context) => context.customer);
  const run = async (context: ActionContext) => ({ count: await countUp(counter(context), context) });
  return [
    defineAction({ ...shape, name: 'test.count', run: (_input, context) => run(context) }),
    defineAction({
      ...shape,
      name: 'test.count-slowly',
      slow: true,
      run: async (_input, context) => {
        await settings.slowly?.(context);
        return run(context);
      },
    }),
  ];
}

async function countUp(id: string, { store, stage }: ActionContext): Promise<number> {
  const stored = await store.get(kind, id);
  const count = Number(stored?.body['count'] ?? 0) + 1;
  stage({ kind, id, revision: stored?.revision ?? 0, body: { count } });
  return count;
}

export async function counted(store: StoreReader, id: string): Promise<number> {
  return Number((await store.get(kind, id))?.body['count'] ?? 0);
}
