import { z } from 'zod';
import { parseConversationId } from '../channel/ids.ts';
import { profileOf, withNewsConsent, withProfile } from '../customer/profile.ts';
import type { JsonObject } from '../storage/json.ts';
import { type ActionContext, defineAction } from './action.ts';
import { nothing } from './schemas.ts';

const subscription = z.object({
  subscribed: z.boolean(),
  changed: z.boolean().describe('False when it was so before.'),
});

export const customerSubscribe = defineAction({
  name: 'customer.subscribe',
  about: 'Note the shopper’s yes to news and offers.',
  input: nothing,
  output: subscription,
  callers: ['flow'],
  run: (_input, context) => setNews(true, context),
});

export const customerUnsubscribe = defineAction({
  name: 'customer.unsubscribe',
  about: 'Note that the shopper wants no news and offers.',
  input: nothing,
  output: subscription,
  callers: ['flow'],
  run: (_input, context) => setNews(false, context),
});

/** The first yes keeps its time: it is the proof that is asked for later. */
async function setNews(given: boolean, context: ActionContext): Promise<z.input<typeof subscription>> {
  const { body, revision } = await readCustomer(context);
  const { news } = profileOf(body);
  if (news?.given === given) return { subscribed: given, changed: false };
  const channel = parseConversationId(context.conversation)?.channel ?? 'unknown';
  stageCustomer(withNewsConsent(body, { given, at: context.now, channel }), revision, context);
  return { subscribed: given, changed: given || news !== null };
}

const localeText = z
  .string()
  .trim()
  .max(35)
  .refine((tag) => Intl.DateTimeFormat.supportedLocalesOf(validTag(tag)).length > 0, 'is no language Parley knows');

export const customerRemember = defineAction({
  name: 'customer.remember',
  about: 'Keep what the shopper has told about themselves: name, e-mail, language.',
  input: z.object({
    name: z.string().trim().min(1).max(100).nullish(),
    email: z.email().max(254).nullish(),
    locale: localeText.nullish().describe('BCP 47, e.g. es or pt-BR.'),
  }),
  output: z.object({ name: z.string().nullable(), email: z.string().nullable(), locale: z.string().nullable() }),
  callers: ['flow'],
  async run(told, context) {
    const { body, revision } = await readCustomer(context);
    const changes = Object.entries(told).filter(([, value]) => value !== null && value !== undefined);
    const after = withProfile(body, Object.fromEntries(changes) as JsonObject, context.now);
    if (changes.length > 0) stageCustomer(after, revision, context);
    const { name, email, locale } = profileOf(after);
    return { name, email, locale };
  },
});

/** The customer's document, or what a first write needs. */
export async function readCustomer({ store, customer }: Pick<ActionContext, 'store' | 'customer'>) {
  return (await store.get('customer', customer)) ?? { body: null, revision: 0 };
}

function stageCustomer(body: JsonObject, revision: number, context: ActionContext): void {
  context.stage({ kind: 'customer', id: context.customer, revision, body });
}

function validTag(tag: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
