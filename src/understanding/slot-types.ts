/** What an `ask` may ask for. */
export const slotTypes = [
  'text',
  'number',
  'quantity',
  'money',
  'email',
  'phone',
  'date',
  'yes-no',
  'choice',
  'product',
  'order',
  'address',
] as const;

export type SlotType = (typeof slotTypes)[number];
