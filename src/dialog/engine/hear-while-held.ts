import { asksForThing, isSentence } from '../../understanding/sentence.ts';
import { readWayBack, type WayBack, wantedInstead } from '../../understanding/way-back.ts';
import type { DialogEvent } from '../event.ts';
import { obey } from './commands.ts';
import { giveBack } from './desk.ts';
import { isSure } from './follow.ts';
import { sayWords } from './say.ts';
import { localeOf, type Turn } from './turn.ts';

/** What the shopper does while a person holds the conversation: heard only as far as it leads back to the shop. */
export function hearWhileHeld(turn: Turn, event: DialogEvent, hear: (turn: Turn, event: DialogEvent) => void): void {
  if (event.type !== 'text' && event.type !== 'choice' && event.type !== 'unsupported') return;
  const text = event.type === 'text' ? event.text : '';
  const way = readWayBack(text, localeOf(turn));
  if (way !== null && isOpenTo(turn, way)) return goBack(turn, way);
  if (turn.desk?.wrote) return;
  const instead = wantedInstead(text, localeOf(turn));
  if (instead === null || !isWish(turn, instead)) return tellWhoHasIt(turn);
  turn.handoffSince = null;
  turn.desk = undefined;
  hear(turn, { type: 'text', text: instead, at: event.at });
}

/** "Never mind the box, the lamp is broken" goes on telling the person. */
function isWish(turn: Turn, text: string): boolean {
  return isSure(turn.book.matcher.match(text)) || (isSentence(text) && asksForThing(text, localeOf(turn)));
}

/** "Never mind" is said to a person who has written, and not about them. */
function isOpenTo(turn: Turn, way: WayBack): boolean {
  return way !== 'taken' || !turn.desk?.wrote;
}

function goBack(turn: Turn, way: WayBack): void {
  if (way !== 'start-over') return giveBack(turn);
  turn.handoffSince = null;
  turn.desk = undefined;
  obey(turn, 'restart');
}

const toldEveryMs = 10 * 60_000;

/** Silence would look like a broken chat; a line to every message would be a wall before the person. */
function tellWhoHasIt(turn: Turn): void {
  const told = turn.desk?.told;
  if (told !== undefined && turn.event.at - told < toldEveryMs) return;
  turn.desk = { told: turn.event.at, wrote: false };
  sayWords(turn, 'passedOn');
}
