import { z } from 'zod';
import { isObject, type JsonObject } from '../storage/json.ts';
import { withProfile } from './profile.ts';

const sourceSchema = z.object({
  kind: z.enum(['link', 'ad', 'post']),
  campaign: z.string(),
  link: z.string().nullish(),
  channel: z.string(),
  at: z.number(),
});

const sourcesSchema = z.object({ source: z.object({ first: sourceSchema, last: sourceSchema }).nullish() });

/** What brought a customer into a conversation. */
export interface Source {
  /** A link of the shop's own, or an advertisement or a post, as the platform tells it. */
  readonly kind: 'link' | 'ad' | 'post';
  /** What to count by: a link's tag, an advertisement's id. */
  readonly campaign: string;
  /** The link's code; `null` for what the platform told. */
  readonly link: string | null;
  readonly channel: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What won the customer, and what brought them back. */
export interface Sources {
  readonly first: Source;
  readonly last: Source;
}

/** `null`: nobody knows how they came. Throws when the document is not a customer's. */
export function sourcesOf(body: JsonObject | null): Sources | null {
  const { source } = sourcesSchema.parse(body ?? {});
  return source ? { first: asSource(source.first), last: asSource(source.last) } : null;
}

function asSource({ link = null, ...source }: z.output<typeof sourceSchema>): Source {
  return { ...source, link };
}

/** The body with this as the last source, and as the first one where there was none; all else as it was. */
export function withSource(body: JsonObject | null, source: Source): JsonObject {
  const last = { ...source };
  const before = body?.['source'];
  const first = isObject(before) && isObject(before['first']) ? (before['first'] as JsonObject) : last;
  return withProfile(body, { source: { first, last } }, source.at);
}
