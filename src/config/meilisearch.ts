import { z } from 'zod';

export interface MeilisearchSettings {
  readonly url: string;
  readonly apiKey: string | null;
  /** `null`: words alone are searched for. */
  readonly hybrid: {
    /** The index's embedder on the server, by its name. */
    readonly embedder: string;
    /** From 0, words alone, to 1, meaning alone. */
    readonly semanticRatio: number;
  } | null;
}

const ratio = 'MEILI_SEMANTIC_RATIO must be a number from 0 to 1, for example 0.5';

export const meilisearchVariables = {
  MEILI_URL: z
    .string()
    .regex(/^https?:\/\//u, 'MEILI_URL must begin with http:// or https://, for example http://127.0.0.1:7700')
    .optional(),
  MEILI_API_KEY: z.string().optional(),
  MEILI_EMBEDDER: z.string().trim().optional(),
  MEILI_SEMANTIC_RATIO: z.coerce.number(ratio).min(0, ratio).max(1, ratio).default(0.5),
};

const variables = z.object(meilisearchVariables);

/** `null`: the built-in index searches. */
export function meilisearchSettings(set: z.output<typeof variables>): MeilisearchSettings | null {
  if (set.MEILI_URL === undefined) return null;
  const { MEILI_EMBEDDER: embedder, MEILI_SEMANTIC_RATIO: semanticRatio } = set;
  const hybrid = embedder === undefined ? null : { embedder, semanticRatio };
  return { url: set.MEILI_URL, apiKey: set.MEILI_API_KEY ?? null, hybrid };
}
