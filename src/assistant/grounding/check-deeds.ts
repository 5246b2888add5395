import type { Check } from './claim.ts';
import { topicPattern } from './lexicon/compiled.ts';

/** It can do nothing and knows of no order: what it says of either is made up. */
export const checkDeeds: Check = ({ folded }) => {
  const deed = folded.match(topicPattern('deed'))?.[0];
  if (deed !== undefined) return [{ code: 'deed', words: deed }];
  const order = folded.match(topicPattern('order'))?.[0];
  return order === undefined ? [] : [{ code: 'order-state', words: order }];
};
