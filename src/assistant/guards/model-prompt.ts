import { createHash } from 'node:crypto';
import type { Clock } from '../../runtime/clock.ts';
import type { JsonObject } from '../../storage/json.ts';
import type { Store, StoreReader } from '../../storage/store.ts';
import type { ModelRequest } from '../language-model.ts';

/** What hundreds of calls begin with alike: kept once, as a `model-prompt`, and not with each of them. */
export type ModelPrompt = Pick<ModelRequest, 'instructions' | 'tools' | 'shape'>;

export function promptOf({ instructions, tools, shape }: ModelPrompt): ModelPrompt {
  return { instructions, tools, shape };
}

const hashLength = 16;

export function promptId(request: ModelPrompt): string {
  return createHash('sha256')
    .update(JSON.stringify(promptOf(request)))
    .digest('base64url')
    .slice(0, hashLength);
}

export interface PromptParts {
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** A prompt is as old as its last use, to a day: it has to outlive the calls that name it. */
const dayMs = 86_400_000;
/** A shop has a few; more are not worth remembering. */
const mostRemembered = 200;

/** Keeps prompts that are not there, or were not used for a day. Throws `StoreError`. */
export function createPromptKeeper({ store, clock }: PromptParts): (id: string, prompt: ModelPrompt) => Promise<void> {
  const fresh = new Map<string, number>();
  return async (id, prompt) => {
    const now = clock.now();
    if (now < (fresh.get(id) ?? 0)) return;
    const stored = await store.get('model-prompt', id);
    const body = JSON.parse(JSON.stringify({ ...promptOf(prompt), usedAt: now })) as JsonObject;
    // Whoever was quicker has written the same.
    await store.commit([{ kind: 'model-prompt', id, revision: stored?.revision ?? 0, body }]);
    if (fresh.size >= mostRemembered) fresh.clear();
    fresh.set(id, now + dayMs);
  };
}

/** By their ids; one that is gone is missing. */
export async function readPrompts(
  store: Pick<StoreReader, 'getMany'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ModelPrompt>> {
  const found = await store.getMany('model-prompt', [...new Set(ids)]);
  return new Map(found.map(({ id, body }) => [id, promptOf(body as unknown as ModelPrompt)]));
}
