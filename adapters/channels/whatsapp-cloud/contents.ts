import type { InboundContent, MediaContent, Referral } from '../../../src/channel/inbound.ts';
import type { MediaKind } from '../../../src/channel/media.ts';
import { fromPressId } from './press-id.ts';
import { each, type IncomingMessage, phoneSchema, productItemSchema, sharedContactSchema } from './webhook-schema.ts';

/** What a message says: one thing, or several when it shares several people. */
export function contentsOf(message: IncomingMessage): readonly InboundContent[] {
  const said = known.get(message.type ?? '')?.(message) ?? [];
  return said.length > 0 ? said : [{ type: 'unsupported', what: unknownName(message) }];
}

type Read = (message: IncomingMessage) => readonly InboundContent[];

/** By the `type` of the message. */
const known: ReadonlyMap<string, Read> = new Map(
  Object.entries<Read>({
    text: ({ text }) => (text ? [{ type: 'text', text: text.body }] : []),
    button: ({ button }) => pressed(button?.payload, button?.text),
    interactive: ({ interactive }) => {
      const reply = interactive?.button_reply ?? interactive?.list_reply;
      return pressed(reply?.id, reply?.title);
    },
    order,
    location,
    contacts,
    image: ({ image }) => media('image', image),
    document: ({ document }) => media('document', document),
    audio: ({ audio }) => media('voice', audio),
    voice: ({ voice }) => media('voice', voice),
    video: ({ video }) => media('video', video),
    sticker: ({ sticker }) => media('sticker', sticker),
    reaction: ({ reaction }) =>
      reaction ? [{ type: 'reaction', emoji: reaction.emoji || null, to: reaction.message_id }] : [],
    request_welcome: () => [{ type: 'opened' }],
    edit: () => [{ type: 'unsupported', what: 'edited message' }],
  }),
);

/** A template's quick reply has a payload, or only its words. */
function pressed(id: string | undefined, label: string | undefined): readonly InboundContent[] {
  if (id) return [{ type: 'choice', id: fromPressId(id), ...(label === undefined ? {} : { label }) }];
  return label ? [{ type: 'text', text: label }] : [];
}

function order({ order: sent }: IncomingMessage): readonly InboundContent[] {
  const items = each(productItemSchema, sent?.product_items).map(({ product_retailer_id: product, quantity }) => ({
    product,
    quantity,
  }));
  if (items.length === 0) return [];
  return [{ type: 'order', items, ...(sent?.text ? { note: sent.text } : {}) }];
}

function location({ location: place }: IncomingMessage): readonly InboundContent[] {
  const { latitude, longitude, name, address } = place ?? {};
  if (latitude === undefined || longitude === undefined) return [];
  const label = [name, address].filter(Boolean).join(', ');
  return [{ type: 'location', latitude, longitude, ...(label ? { label } : {}) }];
}

/** The one who asked for a number gets it; of several people each is a contact. */
function contacts({ contacts: shared }: IncomingMessage): readonly InboundContent[] {
  return (shared ?? []).map((each) => contact(each));
}

function contact(shared: unknown): InboundContent {
  const { name, phones } = sharedContactSchema.safeParse(shared).data ?? {};
  const numbers = each(phoneSchema, phones).flatMap(({ phone, wa_id }) => phone || (wa_id ? `+${wa_id}` : []));
  const [phone] = numbers;
  if (phone === undefined) return { type: 'unsupported', what: 'contact without a number' };
  const called = name?.formatted_name || [name?.first_name, name?.last_name].filter(Boolean).join(' ');
  return { type: 'contact', phone, ...(called ? { name: called } : {}) };
}

function media(kind: MediaKind, file: IncomingMessage['image']): readonly MediaContent[] {
  if (!file) return [];
  const { id, mime_type, filename, caption } = file;
  return [
    {
      ...{ type: 'media', kind, ref: id },
      ...(mime_type ? { mediaType: mime_type } : {}),
      ...(filename ? { name: filename } : {}),
      ...(caption ? { caption } : {}),
    },
  ];
}

/** Meta's word for it: it may learn new ones at any time. */
function unknownName({ type, interactive, unsupported }: IncomingMessage): string {
  const name = unsupported?.type ?? interactive?.type ?? type;
  if (name === undefined || name === 'unsupported' || name === 'unknown') return 'message';
  return name.replace(/_/gu, ' ').slice(0, 60);
}

/** The advertisement or post that was tapped ("Click to WhatsApp ads": `referral`). */
export function referralOf({ referral }: IncomingMessage): Referral | null {
  const campaign = referral?.source_id ?? referral?.ctwa_clid ?? referral?.source_url;
  if (!referral || !campaign) return null;
  const { source_type, headline, source_url: url } = referral;
  const kind = source_type === 'ad' || source_type === 'post' ? source_type : 'link';
  return { campaign: campaign.slice(0, 300), kind, ...(headline ? { headline } : {}), ...(url ? { url } : {}) };
}
