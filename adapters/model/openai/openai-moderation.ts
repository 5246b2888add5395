import { z } from 'zod';
import type { Moderation } from '../../../src/assistant/guards/moderation.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { asModelError, type ClientConfig, createClient } from './client.ts';

export interface ModerationConfig extends Pick<ClientConfig, 'apiKey' | 'baseUrl'> {
  readonly model: string;
  readonly timeoutMs?: number;
}

/** A shopper waits for it beside the answer itself. */
const usualTimeoutMs = 4_000;

/** The declared type is a promise of the server, not a fact. */
const answerSchema = z.object({
  results: z.tuple([z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.boolean().nullable()) })]),
});

/** OpenAI's moderation, or that of any server with the same interface: https://platform.openai.com/docs/guides/moderation */
export function createOpenaiModeration({ model, timeoutMs, ...server }: ModerationConfig): Moderation {
  const client = createClient({ ...server, timeoutMs: timeoutMs ?? usualTimeoutMs, maxRetries: 1 });
  return {
    async check(text, signal) {
      const answer = await client.moderations.create({ model, input: text }, { signal }).catch((error: unknown) => {
        throw asModelError(error);
      });
      const read = answerSchema.safeParse(answer);
      if (!read.success) throw new ModelError('MODEL_FAILED');
      const [{ flagged, categories }] = read.data.results;
      return flagged ? { flagged: named(categories) } : 'ok';
    },
  };
}

function named(categories: Readonly<Record<string, boolean | null>>): string {
  const found = Object.entries(categories).filter(([, isIt]) => isIt === true);
  return found.map(([name]) => name).join(', ') || 'unnamed';
}
