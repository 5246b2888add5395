import type { SlotType } from '../slot-types.ts';

export interface WantedSlot {
  /** Its name tells what a `text` is for: one with `name` in it is a person's name, others are left alone. */
  readonly slot: string;
  readonly type: SlotType;
  /** Labels, for a `choice`. */
  readonly choices?: readonly string[];
}
