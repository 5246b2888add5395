import { createHash } from 'node:crypto';
import { Failure } from './failure.ts';

/** Four digits that stay the same however the list changes, so that an answer never goes to somebody else. */
export function shortNumber(id: string): string {
  return String((createHash('sha256').update(id).digest().readUInt32BE() % 9_000) + 1_000);
}

/** The one whose id or number this is. Throws `Failure` in plain words when there is none, or more than one. */
export function pickByNumber<Item extends { readonly id: string }>(items: readonly Item[], wanted: string): Item {
  const whole = items.find(({ id }) => id === wanted);
  if (whole) return whole;
  const [found, ...others] = items.filter(({ id }) => shortNumber(id) === wanted);
  if (!found) throw new Failure(`Nothing here has the number ${wanted}. The list shows the numbers.`);
  if (others.length === 0) return found;
  throw new Failure(
    `${wanted} is more than one: say which.\n${[found, ...others].map(({ id }) => `  ${id}`).join('\n')}`,
  );
}
