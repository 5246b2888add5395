import { isUpset, moodTrend } from '../../understanding/mood-trend.ts';
import { moodOf } from '../../understanding/sentiment.ts';
import { advance } from './advance.ts';
import { interrupt } from './flows.ts';
import { localeOf, type Turn, top } from './turn.ts';

/** After a night a shopper begins anew: neither what was heard before nor an apology counts any more. */
const forgottenAfterMs = 12 * 60 * 60 * 1000;

/** Hears how a text sounds, beside what it says. */
export function noticeMood(turn: Turn, text: string): void {
  const { at } = turn.event;
  const isRecent = (since: number | undefined): boolean => since !== undefined && at - since < forgottenAfterMs;
  const score = moodOf(text, { locale: localeOf(turn) })?.score ?? null;
  const trend = moodTrend(turn.mood && isRecent(turn.mood.at) ? turn.mood.trend : null, score);
  if (trend !== null && score !== null) turn.mood = { trend, at };
  if (!isRecent(turn.upset?.at) && isUpset(trend, score, text)) turn.upset = { at, answered: false };
  if (score !== null)
    turn.effects.push({ type: 'mood', score, flow: top(turn)?.flow ?? null, product: lastSeen(turn) });
}

/** The starter flows keep there what the shopper looked at last. */
function lastSeen({ memory }: Turn): string | null {
  const last = memory['last'];
  const id = typeof last === 'object' && last !== null && 'id' in last ? last['id'] : last;
  return typeof id === 'string' ? id : null;
}

/** Once in a conversation, when what was wanted has been answered: somebody who is angry is offered a person. */
export function answerAnger(turn: Turn): void {
  if (!turn.upset || turn.upset.answered || turn.awaiting !== null) return;
  turn.upset = { ...turn.upset, answered: true };
  const flow = turn.book.moments.get('the shopper is upset');
  if (flow === undefined || turn.handoffSince !== null) return;
  interrupt(turn, { flow, slots: {}, given: {} });
  advance(turn);
}
