/** Gives each 32-bit number one of 0, 1, 2 … in the order they come: what a `Map` does, in a fraction of the time and memory. */
export interface IntegerTable {
  /** The number's place; a new one when it has none. */
  place(key: number): number;
  /** -1 when it has none. */
  find(key: number): number;
  /** How many have a place. */
  count(): number;
  /** Numbers the places anew; those that come to -1 are left out. */
  renumber(places: Int32Array): void;
}

const free = -1;
const leastSlots = 1024;

interface Slots {
  readonly keys: Int32Array;
  readonly places: Int32Array;
  readonly mask: number;
}

const createSlots = (size: number): Slots => ({
  keys: new Int32Array(size),
  places: new Int32Array(size).fill(free),
  mask: size - 1,
});

/** Open addressing: the slot that holds the key, or the free one where it belongs. */
const slotOf = ({ keys, places, mask }: Slots, key: number): number => {
  let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask;
  while (places[slot] !== free && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
};

const put = (slots: Slots, key: number, place: number): void => {
  const slot = slotOf(slots, key);
  slots.keys[slot] = key;
  slots.places[slot] = place;
};

const copied = ({ keys, places }: Slots, size: number, numbers: Int32Array | null): Slots => {
  const slots = createSlots(size);
  for (let slot = 0; slot < keys.length; slot += 1) {
    const old = places[slot] as number;
    const place = old === free || numbers === null ? old : (numbers[old] as number);
    if (place !== free) put(slots, keys[slot] as number, place);
  }
  return slots;
};

export const createIntegerTable = (): IntegerTable => {
  let slots = createSlots(leastSlots);
  let count = 0;
  const add = (key: number): number => {
    if (count * 2 >= slots.keys.length) slots = copied(slots, slots.keys.length * 2, null);
    put(slots, key, count);
    count += 1;
    return count - 1;
  };
  const find = (key: number): number => slots.places[slotOf(slots, key | 0)] as number;
  return {
    find,
    place: (key) => {
      const found = find(key);
      return found === free ? add(key | 0) : found;
    },
    count: () => count,
    renumber: (places) => {
      count = places.reduce((kept, place) => (place === free ? kept : kept + 1), 0);
      slots = copied(slots, Math.max(leastSlots, 2 ** Math.ceil(Math.log2(count * 2 + 1))), places);
    },
  };
};
