import { conversationId } from '../../../src/channel/ids.ts';
import type { InboundContent, InboundEvent, Sender } from '../../../src/channel/inbound.ts';
import { viewProductButton } from '../../../src/dialog/engine/choice-id.ts';
import { contentsOf, referralOf } from './contents.ts';
import { eventId } from './event-id.ts';
import { peerOf } from './person.ts';
import { reportOf } from './statuses.ts';
import { type Received, timeOf } from './time-of.ts';
import {
  changeSchema,
  each,
  entrySchema,
  errorSchema,
  type IncomingMessage,
  messageSchema,
  type Profile,
  payloadSchema,
  profileSchema,
  statusSchema,
  valueSchema,
} from './webhook-schema.ts';

export interface Reading extends Received {
  /** The phone number id that is ours. */
  readonly account: string;
}

export interface Batch {
  readonly events: readonly InboundEvent[];
  /** Ids of other numbers that the batch is about too, or only. */
  readonly others: readonly string[];
  /** Codes of what WhatsApp reports about the number itself. */
  readonly troubles: readonly number[];
}

/**
 * Everything a webhook brings: each entry, change, message and status, in their order. Pure and total.
 *
 * Nothing by rule: other fields than `messages` (templates, account, groups, echoes of the merchant's own app); what is about another
 * phone number id (told in `others`); talk in groups; system messages but that somebody's number or id has changed; messages taken
 * back; statuses but sent, delivered, read and failed; errors that are about nobody (told in `troubles`); what has no id, or nobody
 * it could be from.
 */
export function readBatch(raw: unknown, reading: Reading): Batch {
  const values = each(payloadSchema, [raw])
    .flatMap(({ entry }) => each(entrySchema, entry))
    .flatMap(({ changes }) => each(changeSchema, changes))
    .filter(({ field }) => field === 'messages')
    .flatMap(({ value }) => each(valueSchema, [value]));
  const numberOf = (value: (typeof values)[number]) => value.metadata?.phone_number_id;
  const ours = values.filter((value) => numberOf(value) === reading.account);
  const others = values.flatMap((value) => numberOf(value) ?? []).filter((number) => number !== reading.account);
  return {
    events: ours.flatMap((value) => eventsOf(value, reading)),
    others: [...new Set(others)],
    troubles: ours.flatMap(({ errors }) => each(errorSchema, errors).flatMap(({ code }) => code ?? [])),
  };
}

type Value = ReturnType<typeof valueSchema.parse>;

function eventsOf(value: Value, reading: Reading): readonly InboundEvent[] {
  const profiles = each(profileSchema, value.contacts);
  return [
    ...each(messageSchema, value.messages).flatMap((message) => messageEvents(message, profiles, reading)),
    ...each(statusSchema, value.statuses).flatMap((status) => reportOf(status, reading) ?? []),
  ];
}

function messageEvents(
  message: IncomingMessage,
  profiles: readonly Profile[],
  reading: Reading,
): readonly InboundEvent[] {
  if (message.group_id !== undefined || message.type === 'revoke') return [];
  const profile = profileFor(message, profiles);
  const peer = peerOf({ scoped: scopedId(message, profile), whatsapp: message.from ?? profile?.wa_id });
  if (peer === null) return [];
  const conversation = conversationId({ channel: 'whatsapp-cloud', account: reading.account, peer });
  const at = timeOf(message, reading);
  const about = { conversation, at, ...senderOf(profile), ...referred(message) };
  return saidOf(message).map((content, index) => {
    const id = index === 0 ? eventId(message.id) : eventId(message.id, `${content.type}:${index}`);
    return { id, content, ...about };
  });
}

/** Whoever has changed their number is not to be reached at the old one: they write from the new. */
const changes = ['user_changed_number', 'user_changed_user_id'];

function saidOf(message: IncomingMessage): readonly InboundContent[] {
  if (message.type !== 'system') return [...askedAbout(message), ...contentsOf(message)];
  return changes.includes(message.system?.type ?? '') ? [{ type: 'left' }] : [];
}

/** "Message business" on a product of the catalogue: the product is opened before the question is heard. */
function askedAbout({ context }: IncomingMessage): readonly InboundContent[] {
  const product = context?.referred_product?.product_retailer_id;
  return product === undefined ? [] : [{ type: 'opened', payload: `${viewProductButton}:${product}` }];
}

function scopedId(message: IncomingMessage, profile: Profile | null): string | undefined {
  if (message.type === 'system') return message.system?.previous_user_id;
  return message.from_user_id ?? profile?.user_id;
}

/** A batch may hold several people's messages; the only profile belongs to the only person. */
function profileFor({ from, from_user_id: scoped }: IncomingMessage, profiles: readonly Profile[]): Profile | null {
  const named = profiles.find(
    ({ wa_id, user_id }) => (scoped !== undefined && user_id === scoped) || (from !== undefined && wa_id === from),
  );
  const [only] = profiles;
  if (named || !only || profiles.length > 1) return named ?? null;
  const isSomebodyElse = differ(only.wa_id, from) || differ(only.user_id, scoped);
  return isSomebodyElse ? null : only;
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function senderOf(profile: Profile | null): { readonly sender?: Sender } {
  const name = profile?.profile?.name;
  return name ? { sender: { name } } : {};
}

function referred(message: IncomingMessage): Pick<InboundEvent, 'referral'> {
  const referral = referralOf(message);
  return referral === null ? {} : { referral };
}
