import { readSlot } from '../read-slot.ts';
import { type FoundWords, foundAt, type Mined } from './mined.ts';

/** "Yes, and two of them": what a message begins with. */
export function answerIn(mined: Mined): FoundWords | null {
  const clause = /^\s*[^,.;!?\n]+/u.exec(mined.left)?.[0];
  if (clause === undefined || readSlot('yes-no', clause, mined.context).result !== 'value') return null;
  return foundAt(mined, 0, clause.length);
}
