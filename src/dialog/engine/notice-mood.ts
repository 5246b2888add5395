import { isUpset, moodTrend } from '../../understanding/mood-trend.ts';
import { moodOf } from '../../understanding/sentiment.ts';
import { advance } from './advance.ts';
import { interrupt } from './flows.ts';
import { localeOf, type Turn, top } from './turn.ts';

/** Hears how a text sounds, beside what it says. */
export function noticeMood(turn: Turn, text: string): void {
  const score = moodOf(text, { locale: localeOf(turn) })?.score ?? null;
  turn.mood = moodTrend(turn.mood, score);
  if (turn.upset === undefined && isUpset(turn.mood, score, text)) turn.upset = 'now';
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
  if (turn.upset !== 'now' || turn.awaiting !== null) return;
  turn.upset = 'answered';
  const flow = turn.book.moments.get('the shopper is upset');
  if (flow === undefined || turn.handoffSince !== null) return;
  interrupt(turn, { flow, slots: {}, given: {} });
  advance(turn);
}
