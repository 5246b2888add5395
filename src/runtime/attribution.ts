import { type ConversationId, parseConversationId } from '../channel/ids.ts';
import type { MediaContent, Referral } from '../channel/inbound.ts';
import { type Source, withSource } from '../customer/source.ts';
import type { Book } from '../dialog/book.ts';
import { codesIn, readCode, withoutCode } from '../growth/links/code.ts';
import { heardOpened, heardText, heardUnknown } from '../growth/links/heard.ts';
import { type Link, linkOf } from '../growth/links/link.ts';
import type { Store, Write } from '../storage/store.ts';
import type { InboxContent, InboxEntry } from './inbox-entry.ts';

export interface AttributionWorld {
  readonly store: Pick<Store, 'get' | 'getMany'>;
  readonly book: Pick<Book, 'matcher' | 'moments'>;
}

export interface Arrival {
  readonly conversation: ConversationId;
  readonly customer: string;
  readonly entry: InboxEntry;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Attributed {
  /** What is heard in place of what came in. */
  readonly entry: InboxEntry;
  /** What is heard after it, in the same turn. */
  readonly besides: InboxEntry | null;
  /** The source on the customer, and the one visit that is counted; for the turn's own commit. */
  readonly writes: readonly Write[];
}

/**
 * What a link of the shop's, or an advertisement, means in this conversation; `null`, with nothing looked up, when there is
 * no sign of either, and `null` after one look when what looks like a code is no link's. The code of a dropped link is taken out
 * where it stands in brackets, as only we write them.
 */
export function attribute(world: AttributionWorld, arrival: Arrival): Promise<Attributed | null> | null {
  const { content, referral } = arrival.entry;
  const codes = codesOf(content);
  return codes.length === 0 && !referral ? null : attributed(world, arrival, codes);
}

function codesOf(content: InboxContent): readonly string[] {
  if (content.type === 'text') return codesIn(content.text);
  if (content.type === 'media') return codesIn(content.caption ?? '');
  if (content.type !== 'opened' || content.payload === undefined) return [];
  const code = readCode(content.payload);
  return code === null ? [] : [code];
}

async function attributed(
  { store, book }: AttributionWorld,
  arrival: Arrival,
  codes: readonly string[],
): Promise<Attributed | null> {
  const [stored] = codes.length === 0 ? [] : await store.getMany('link', codes);
  const link = stored ? linkOf(stored) : null;
  const { content, referral } = arrival.entry;
  const sources = [...(referral ? [referred(arrival, referral)] : []), ...(link ? [linked(arrival, link)] : [])];
  const [meant, besides] = meanings(book, link, content);
  if (sources.length === 0 && meant === content) return null;
  const writes = [
    ...(sources.length > 0 ? [await customerWrite(store, arrival, sources)] : []),
    ...(link ? await visitWrites(store, arrival, link) : []),
  ];
  const as = (heard: InboxContent): InboxEntry => ({ ...arrival.entry, content: heard });
  return { entry: as(meant), besides: besides ? as(besides) : null, writes };
}

function meanings(
  book: AttributionWorld['book'],
  link: Link | null,
  content: InboxContent,
): readonly [InboxContent] | readonly [InboxContent, InboxContent] {
  if (content.type === 'text')
    return link ? heardText(book, link, content.text) : [heardUnknown(content.text) ?? content];
  if (!link) return [content];
  return content.type === 'media' ? [heardOpened(link), withoutCaption(content, link)] : [heardOpened(link)];
}

/** A picture is heard with its own words: Parley puts none under it. */
function withoutCaption(media: MediaContent, { code }: Link): MediaContent {
  return { ...media, caption: withoutCode(media.caption ?? '', code) };
}

function referred({ conversation, now }: Arrival, { kind, campaign }: Referral): Source {
  return { kind, campaign, link: null, channel: channelOf(conversation), at: now };
}

function linked({ conversation, now }: Arrival, { code, campaign }: Link): Source {
  return { kind: 'link', campaign, link: code, channel: channelOf(conversation), at: now };
}

function channelOf(conversation: ConversationId): string {
  return parseConversationId(conversation)?.channel ?? 'unknown';
}

async function customerWrite(
  store: Pick<Store, 'get'>,
  { customer }: Arrival,
  sources: readonly Source[],
): Promise<Write> {
  const { body, revision } = (await store.get('customer', customer)) ?? { body: null, revision: 0 };
  return { kind: 'customer', id: customer, revision, body: sources.reduce(withSource, body) };
}

/** A conversation is counted once for each link, however often it comes by it. */
async function visitWrites(
  store: Pick<Store, 'get'>,
  { conversation, now }: Arrival,
  { code }: Link,
): Promise<readonly Write[]> {
  const id = `${code}/${conversation}`;
  if (await store.get('visit', id)) return [];
  return [{ kind: 'visit', id, revision: 0, body: { link: code, at: now } }];
}
