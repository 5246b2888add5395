import { readSlot } from '../../understanding/read-slot.ts';
import { readPersonName } from '../../understanding/slots/person-name.ts';
import type { SlotContext } from '../../understanding/slots/slot-reading.ts';
import type { Refusal } from '../refusal.ts';
import { tidy } from './address-parts.ts';
import type { Contact } from './draft.ts';

export interface SaidContact extends Contact {
  /** All in one message: "Ada Lovelace, ada@example.com". */
  readonly text: string | null;
}

/** Checks what was said, and finds its parts in a text. Refuses with `bad-name`, `bad-email`, `bad-phone`, `nothing-said`. */
export function readContact(said: SaidContact, context: SlotContext): Contact | Refusal {
  const found = said.text === null ? nobody : contactIn(said.text, context);
  const email = said.email === null ? found.email : read('email', said.email, context);
  if (said.email !== null && email === null) return { refused: 'bad-email' };
  const phone = said.phone === null ? found.phone : read('phone', said.phone, context);
  if (said.phone !== null && phone === null) return { refused: 'bad-phone' };
  const name = said.name === null ? found.name : nameIn(said.name);
  if (said.name !== null && name === null) return { refused: 'bad-name' };
  return (name ?? email ?? phone) === null ? { refused: 'nothing-said' } : { name, email, phone };
}

const nobody: Contact = { name: null, email: null, phone: null };

function contactIn(text: string, context: SlotContext): Contact {
  const [email, phone] = [read('email', text, context), read('phone', text, context)];
  const others = text
    .split(/[\n,;|]+|\s+(?=\S*@)|(?<=@\S*)\s+/u)
    .filter((piece) => !piece.includes('@') && !/\d/u.test(piece));
  return { name: others.map(nameIn).find((name) => name !== null) ?? null, email, phone };
}

function read(type: 'email' | 'phone', text: string, context: SlotContext): string | null {
  const reading = readSlot(type, text, context);
  return reading.result === 'value' && typeof reading.value === 'string' ? reading.value : null;
}

function nameIn(text: string): string | null {
  return readPersonName(tidy(text));
}
