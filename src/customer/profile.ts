import { z } from 'zod';
import { isObject, type JsonObject } from '../storage/json.ts';

const consentSchema = z.object({ given: z.boolean(), at: z.number(), channel: z.string() });

const profileSchema = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  locale: z.string().nullish(),
  consent: z.object({ news: consentSchema.nullish() }).nullish(),
});

/** What a `customer` document says of a person; other parts of Parley keep their own keys beside these. */
export interface Profile {
  readonly name: string | null;
  readonly email: string | null;
  /** BCP 47. */
  readonly locale: string | null;
  /** News and offers; `null`: never asked. */
  readonly news: Consent | null;
}

/** A yes or no with its proof: when (epoch milliseconds) and on which channel it was said. */
export interface Consent {
  readonly given: boolean;
  readonly at: number;
  readonly channel: string;
}

/** Throws when the document is not a customer's: the store was written by something else. */
export function profileOf(body: JsonObject | null): Profile {
  const { name, email, locale, consent } = profileSchema.parse(body ?? {});
  return { name: name ?? null, email: email ?? null, locale: locale ?? null, news: consent?.news ?? null };
}

/** The body with some keys changed and all others as they were. */
export function withProfile(body: JsonObject | null, changes: JsonObject, now: number): JsonObject {
  return { ...body, ...changes, updatedAt: now };
}

export function withNewsConsent(body: JsonObject | null, news: Consent): JsonObject {
  const before = body?.['consent'];
  const others = isObject(before) ? before : {};
  return withProfile(body, { consent: { ...others, news: { ...news } } }, news.at);
}
