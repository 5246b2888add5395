import { boundary, type RankCard } from './rank-text.ts';
import { placeOf } from './term-scan.ts';

const divider = boundary.charCodeAt(0);

/**
 * Whether a product only goes with what `heads` name: its kind or its title says so, with an accessory's word behind the head ("notebook
 * case") or in an earlier part of the title ("case for notebook"). What a number stands between is a feature: "notebook, 2 GB memory".
 */
export function isAccessoryTo(heads: readonly string[], card: RankCard): boolean {
  const { accessoryAt, brandEnd } = card;
  if (accessoryAt < 0) return false;
  return accessoryAt > brandEnd || !heads.some((head) => isTheThing(head, card));
}

/** By its kind, or where the title names it and the accessory's word is about something else. */
function isTheThing(head: string, card: RankCard): boolean {
  const { text, titleEnd, brandEnd, kindEnd, accessoryAt } = card;
  for (let at = placeOf(head, text, 0); at >= 0 && at < kindEnd; at = placeOf(head, text, at + head.length)) {
    if (at > brandEnd) return true;
    if (at < titleEnd && at < accessoryAt && isDivided(text, at + head.length, accessoryAt)) return true;
  }
  return false;
}

function isDivided(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === divider || (letter >= 48 && letter <= 57)) return true;
  }
  return false;
}
