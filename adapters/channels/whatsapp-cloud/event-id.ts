import { createHash } from 'node:crypto';

/** What the runtime takes at most. */
const longest = 200;

/** WhatsApp's id of the message, and what tells apart several events about it. */
export function eventId(message: string, about?: string): string {
  const id = about === undefined ? message : `${message}:${about}`;
  return id.length <= longest ? id : createHash('sha256').update(id).digest('hex');
}
