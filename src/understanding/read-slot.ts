import { asciiDigits, longestReadable } from './normalise.ts';
import type { SlotType } from './slot-types.ts';
import { readAddress } from './slots/address.ts';
import { readDate } from './slots/date.ts';
import { readEmail } from './slots/email.ts';
import { readMoney } from './slots/money.ts';
import { readNumber, readQuantity } from './slots/number.ts';
import { readPhone } from './slots/phone.ts';
import { type SlotContext, type SlotReading, unreadable } from './slots/slot-reading.ts';
import { readYesNo } from './slots/yes-no.ts';

/**
 * Reads a message as the answer to a question. Total, and linear in the text. A message that could mean two values is
 * `unreadable`, never a guess; so is one over 2,000 characters.
 *
 * Values: text: string · number: number · quantity: 1 to 999 · money: `{ amount, currency }` in minor units · email: string ·
 * phone: E.164 · date: `YYYY-MM-DD` · yes-no: boolean · address: `{ lines, postcode?, city?, country? }`.
 */
export const readSlot = (type: SlotType, text: string, context: SlotContext): SlotReading => {
  const written = text.trim();
  if (written === '' || written.length > longestReadable) return unreadable;
  const digits = asciiDigits(written);
  switch (type) {
    case 'text':
      return { result: 'value', value: written };
    case 'number':
      return readNumber(digits, context);
    case 'quantity':
      return readQuantity(digits, context);
    case 'money':
      return readMoney(digits, context);
    case 'email':
      return readEmail(written);
    case 'phone':
      return readPhone(digits, context);
    case 'date':
      return readDate(digits, context);
    case 'yes-no':
      return readYesNo(written);
    case 'address':
      return readAddress(digits, context);
    case 'product':
    case 'order':
      return { result: 'needs-lookup' };
    case 'choice':
      // Picked by number, ordinal or label where the choices are known.
      return unreadable;
  }
};
