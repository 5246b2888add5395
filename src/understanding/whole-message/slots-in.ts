import type { Json } from '../../storage/json.ts';
import { extractSlots } from '../extract-slots.ts';
import type { WantedSlot } from '../extracting/wanted-slot.ts';
import { readSlot } from '../read-slot.ts';
import { readReference } from '../references.ts';
import type { SlotContext } from '../slots/slot-reading.ts';
import type { Wish } from '../wish/wish.ts';

interface Around {
  readonly wish: Wish;
  readonly said: Wish;
  readonly context: SlotContext;
}

const plain: readonly WantedSlot[] = [
  { slot: 'email', type: 'email' },
  { slot: 'address', type: 'address' },
  { slot: 'order_number', type: 'order' },
  { slot: 'phone', type: 'phone' },
  { slot: 'date', type: 'date' },
  { slot: 'name', type: 'text' },
];
const withMoney: readonly WantedSlot[] = [...plain, { slot: 'money', type: 'money' }];

/** Typed values of a message, whatever was asked: see docs/understanding.md for the names. */
export function slotsIn(text: string, { wish, said, context }: Around): Readonly<Record<string, Json>> {
  const priced = wish.heard.some(({ means }) => means === 'price');
  const wanted = priced ? plain : withMoney;
  const found: Record<string, Json> = {};
  for (const [slot, words] of Object.entries(extractSlots(text, wanted, context))) {
    const type = wanted.find((one) => one.slot === slot)?.type ?? 'text';
    const reading = readSlot(type, words, context);
    if (type === 'order') found[slot] = words.replace(/^#/u, '');
    else if (reading.result === 'value') found[slot] = reading.value;
  }
  return { ...found, ...wishSlots(wish, said), ...referenceSlot(text) };
}

function wishSlots(wish: Wish, said: Wish): Readonly<Record<string, Json>> {
  const quantity = wish.quantity ?? said.quantity;
  const size = one(said.filter.options?.['size']);
  const colour = one(said.filter.options?.['colour']);
  const material = one(said.filter.attributes?.['material']);
  const brand = one(wish.filter.brand);
  return {
    ...(quantity !== null && { quantity }),
    ...(size !== null && { size }),
    ...(colour !== null && { colour }),
    ...(material !== null && { material }),
    ...(brand !== null && { brand }),
  };
}

/** Several are alternatives, and no value. */
function one(values: readonly string[] | undefined): string | null {
  const [first, second] = values ?? [];
  return first === undefined || second !== undefined ? null : first;
}

function referenceSlot(text: string): Readonly<Record<string, Json>> {
  const reference = readReference(text);
  if (reference === null) return {};
  const { which, but, like, words } = reference;
  const shown = typeof which === 'string' ? which : [...which];
  return { product_reference: { which: shown, like, but: but === null ? null : { ...but }, words } };
}
