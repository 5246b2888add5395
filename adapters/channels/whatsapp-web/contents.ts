import type { AskedContent } from '../../../src/channel/inbound.ts';
import type { MediaKind } from '../../../src/channel/media.ts';
import type { IncomingMessage } from './message-schema.ts';
import { readVcard } from './vcard.ts';

/** What a message says; `null` for what nobody said. */
export function contentOf(message: IncomingMessage): AskedContent | null {
  const { type = 'unknown' } = message;
  if (service.has(type)) return null;
  const kind = mediaKinds.get(type);
  if (kind !== undefined) return mediaContent(message, kind);
  return (readers.get(type) ?? unread)(message);
}

/** What happened to the chat itself, or to another message. */
const service: ReadonlySet<string> = new Set([
  ...['e2e_notification', 'notification', 'notification_template', 'gp2', 'group_notification', 'protocol', 'debug'],
  ...['broadcast_notification', 'newsletter_notification', 'pinned_message', 'keep_in_chat', 'poll_update', 'reaction'],
  ...['revoked', 'album'],
]);

const mediaKinds: ReadonlyMap<string, MediaKind> = new Map([
  ['image', 'image'],
  ['ptt', 'voice'],
  ['audio', 'voice'],
  ['video', 'video'],
  ['ptv', 'video'],
  ['document', 'document'],
  ['sticker', 'sticker'],
]);

type Reader = (message: IncomingMessage) => AskedContent;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['chat', textContent],
  ['location', locationContent],
  ['vcard', contactContent],
  ['buttons_response', (message) => choiceContent(message, message.selectedButtonId)],
  ['template_button_reply', (message) => choiceContent(message, message.selectedId)],
  ['list_response', (message) => choiceContent(message, message.listResponse?.singleSelectReply.selectedRowId)],
]);

const words: ReadonlyMap<string, string> = new Map([
  ['ciphertext', 'message that this device cannot open'],
  ['multi_vcard', 'several contacts'],
  ['poll_creation', 'poll'],
  ['call_log', 'call'],
  ['groups_v4_invite', 'invitation to a group'],
  ['event_creation', 'event'],
  ['scheduled_event_creation', 'event'],
  ['oversized', 'message that is too large'],
  ['unknown', 'message'],
]);

function unread({ type = 'unknown' }: IncomingMessage): AskedContent {
  return { type: 'unsupported', what: words.get(type) ?? (type.replace(/_/gu, ' ').slice(0, 60) || 'message') };
}

function textContent(message: IncomingMessage): AskedContent {
  return message.body ? { type: 'text', text: message.body } : { type: 'unsupported', what: 'message' };
}

function choiceContent(message: IncomingMessage, id: string | undefined): AskedContent {
  if (id === undefined) return textContent(message);
  return { type: 'choice', id, ...(message.body ? { label: message.body } : {}) };
}

function locationContent({ lat, lng, loc }: IncomingMessage): AskedContent {
  if (lat === undefined || lng === undefined) return { type: 'unsupported', what: 'place' };
  const label = loc?.split('\n').filter(Boolean).join(', ');
  return { type: 'location', latitude: lat, longitude: lng, ...(label ? { label } : {}) };
}

function contactContent(message: IncomingMessage): AskedContent {
  const contact = readVcard(message.body ?? '');
  if (contact === null) return { type: 'unsupported', what: 'contact without a number' };
  const name = contact.name ?? message.vcardFormattedName;
  return { type: 'contact', phone: contact.phone, ...(name ? { name } : {}) };
}

/** What may be seen once can be opened on the phone alone: then there is no file here. */
function mediaContent(message: IncomingMessage, kind: MediaKind): AskedContent {
  const { directPath, mimetype, size, filename, caption, id } = message;
  if (message.isViewOnce) return { type: 'unsupported', what: `${kind} to be seen once` };
  if (directPath === undefined || id._serialized === undefined) return { type: 'unsupported', what: kind };
  return {
    ...{ type: 'media', kind, ref: id._serialized },
    ...(mimetype ? { mediaType: mimetype } : {}),
    ...(size === undefined ? {} : { size }),
    ...(filename ? { name: filename.slice(0, 200) } : {}),
    ...(caption ? { caption } : {}),
  };
}
