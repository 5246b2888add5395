import type { Address } from '../../../src/channel/ids.ts';

/**
 * Whom a message goes to, as `POST …/messages` takes it: a business-scoped user id in `recipient`, a WhatsApp id (the number's
 * digits) in `to` ("Business-scoped user IDs", developers.facebook.com/documentation/business-messaging/whatsapp).
 */
export type Recipient = { readonly recipient: string } | { readonly to: string };

/** `US.1349…`, or `US.ENT.1181…` for an id that several portfolios share. */
const scopedId = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u;
const whatsappId = /^\d{3,20}$/u;

/** `null` when it is no address of WhatsApp's. */
export function recipientOf({ peer }: Pick<Address, 'peer'>): Recipient | null {
  if (scopedId.test(peer)) return { recipient: peer };
  return whatsappId.test(peer) ? { to: peer } : null;
}

/** What Meta says of somebody. */
export interface Names {
  readonly scoped?: string | undefined;
  readonly whatsapp?: string | undefined;
}

/**
 * The peer in conversation ids: the business-scoped user id where there is one, since who takes a username may hide the number
 * from one message to the next; else the WhatsApp id. `null` when there is neither.
 */
export function peerOf({ scoped, whatsapp }: Names): string | null {
  return usable(scoped) ?? usable(whatsapp?.replace(/^\+/u, ''));
}

/** Whatever Meta may come to call people by, as long as it stays a name. */
function usable(id: string | undefined): string | null {
  return id !== undefined && /^[^\s:]{1,150}$/u.test(id) ? id : null;
}
