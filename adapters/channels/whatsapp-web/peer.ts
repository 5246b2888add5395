import type { Address } from '../../../src/channel/ids.ts';

/** A person's address: by number (`@c.us`) or by WhatsApp's own id (`@lid`). Not ours to look into. */
const person = /^[\w.+-]{1,64}@(?:c\.us|lid|s\.whatsapp\.net)$/u;

/** WhatsApp's own account, which sends login codes and news. */
const whatsappItself = '0@c.us';

/** The person behind an address, without the device they write from; `null` for groups, channels, status and broadcasts. */
export function personOf(address: string | undefined): string | null {
  const plain = address?.replace(/:\d{1,4}@/u, '@') ?? '';
  return person.test(plain) && plain !== whatsappItself ? plain : null;
}

/** Whom a message goes to; `null` for what is no address of WhatsApp's. */
export function peerOf(to: Address): string | null {
  return personOf(to.peer);
}
