import { numberMentions } from './number-mentions.ts';
import { restOf, valueWithRest } from './rest.ts';
import { type SlotContext, type SlotReading, unreadable } from './slot-reading.ts';

const largestQuantity = 999;

/** A sentence with two numbers is no answer: either could be meant. */
const onlyNumber = (text: string, locale: string) => {
  const [mention, second] = numberMentions(text, locale);
  if (mention === undefined || second !== undefined) return null;
  return mention.prefix === '' || mention.prefix.toLowerCase() === 'x' ? mention : null;
};

/** A finite number. */
export const readNumber = (text: string, context: SlotContext): SlotReading => {
  const mention = onlyNumber(text, context.locale);
  return mention === null ? unreadable : valueWithRest(mention.value, restOf(text, mention));
};

/** A whole number from 1 to 999. */
export const readQuantity = (text: string, context: SlotContext): SlotReading => {
  const mention = onlyNumber(text, context.locale);
  if (mention === null || !Number.isInteger(mention.value)) return unreadable;
  if (mention.value < 1 || mention.value > largestQuantity) return unreadable;
  return valueWithRest(mention.value, restOf(text, mention));
};
