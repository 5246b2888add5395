import { addressIn } from './extracting/address-in.ts';
import { answerIn } from './extracting/answer-in.ts';
import { choiceIn } from './extracting/choice-in.ts';
import { emailIn, nameIn, orderIn, phoneIn } from './extracting/labelled.ts';
import { type FoundWords, type Mined, minedOf, without } from './extracting/mined.ts';
import { dateIn, moneyIn, numberIn, quantityIn } from './extracting/numbers-in.ts';
import { productIn } from './extracting/product-in.ts';
import type { WantedSlot } from './extracting/wanted-slot.ts';
import { longestReadable } from './normalise.ts';
import type { SlotType } from './slot-types.ts';
import type { SlotContext } from './slots/slot-reading.ts';

type Finder = (mined: Mined, wanted: WantedSlot) => FoundWords | null;

/** What is plainest comes first, so that it cannot be taken for something else. */
const finders: readonly (readonly [SlotType, Finder])[] = [
  ['email', emailIn],
  ['address', addressIn],
  ['order', orderIn],
  ['phone', phoneIn],
  ['choice', choiceIn],
  ['money', moneyIn],
  ['date', dateIn],
  ['quantity', quantityIn],
  ['text', nameIn],
  ['product', productIn],
  ['number', numberIn],
  ['yes-no', answerIn],
];

/**
 * Several slots out of one long message: slot → the words that were meant, as written, still to be read as the slot's type.
 * "2 blue mugs to 12 Main Street, Springfield IL 62704, my mail is ana@example.com" fills a quantity, a product, an address and an
 * e-mail. Each word fills one slot at most; what is in doubt fills none. Total and pure.
 */
export function extractSlots(
  text: string,
  wanted: readonly WantedSlot[],
  options: SlotContext,
): Readonly<Record<string, string>> {
  if (text.length > longestReadable) return {};
  const found: Record<string, string> = {};
  let mined = minedOf(text, options);
  for (const [type, find] of finders) {
    for (const one of wanted.filter((slot) => slot.type === type)) {
      const words = find(mined, one);
      if (words === null) continue;
      found[one.slot] = words.words;
      mined = without(mined, words);
    }
  }
  return found;
}
