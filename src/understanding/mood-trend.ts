import { angerIn } from './sentiment/anger.ts';
import { toThousandths } from './sentiment/to-thousandths.ts';

/** What a message adds to how the conversation sounds: the last three or four are what counts. */
const share = 0.4;

/**
 * How a conversation sounds after one more message, −1 to 1: an exponential mean. A message whose mood cannot be told changes nothing;
 * `null` until there has been one that can.
 */
export function moodTrend(before: number | null, score: number | null): number | null {
  if (score === null) return before;
  const trend = before === null ? score : before + share * (score - before);
  return toThousandths(trend);
}

/** Both of a conversation that has sounded bad for several messages and of the one just written. */
const lasting = { trend: -0.55, score: -0.5 };
/** A bad message that is also shouted. */
const loud = -0.4;
/** A message that says nothing good, around a word of outrage. */
const notGood = 0.2;

/**
 * Whether a person should be offered. `trend` with this message in it, `score` of the message alone (−1 to 1, `null` where it cannot be
 * told), `text` as it was written. Rare by design: a false alarm breaks into what the shopper came for, so one bad word is not enough.
 */
export function isUpset(trend: number | null, score: number | null, text = ''): boolean {
  if (text === '') return isLasting(trend, score);
  const { outrage, oath, asked, shouted, marked } = angerIn(text);
  if ((oath || (outrage && !asked)) && (score ?? 0) < notGood) return true;
  if (outrage && (shouted || marked)) return true;
  if ((shouted || marked) && score !== null && score <= loud) return true;
  return isLasting(trend, score);
}

/** One message alone is its own trend: it takes a worse one. */
function isLasting(trend: number | null, score: number | null): boolean {
  if (trend === null || score === null) return false;
  return trend <= lasting.trend && score <= lasting.score && trend !== score;
}
