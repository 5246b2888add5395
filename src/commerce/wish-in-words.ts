import type { Product } from '../catalog/product.ts';
import { foldText } from '../catalog/search-text.ts';
import { readSlot } from '../understanding/read-slot.ts';
import type { SlotContext } from '../understanding/slots/slot-reading.ts';
import { type Options, optionsNamedIn } from './choose-variant.ts';

export interface Wish {
  /** `null`: the words do not say how many. */
  readonly quantity: number | null;
  readonly options: Options;
}

/** "two of the blue one in M" → 2, `{ colour: 'blue', size: 'M' }`. A number that is an option's value ("in 42") is no quantity. */
export function wishIn(words: string, product: Product, context: SlotContext): Wish {
  const options = optionsNamedIn(product, words);
  const said = Object.values(options)
    .reduce(without, foldText(words))
    .replace(/\b(?:one|ones)\b(?=\W*(?:in\b|$))/gu, ' ');
  const reading = readSlot('quantity', said, context);
  const quantity = reading.result === 'value' && typeof reading.value === 'number' ? reading.value : null;
  return { quantity, options };
}

/** "the blue one" is not one. */
function without(text: string, value: string): string {
  const named = foldText(value).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${named}(?![\\p{L}\\p{N}])(?: ones?\\b)?`, 'u'), ' ');
}
