import type { Unread } from '../../channel/media.ts';
import type { UnreadFile } from '../event.ts';
import type { WordKey } from '../words.ts';
import { advance } from './advance.ts';
import { fill } from './answer.ts';
import { startWelcome } from './flows.ts';
import { waitingStep } from './misunderstood.ts';
import { waitForAnswer } from './question.ts';
import { sayWords } from './say.ts';
import type { Turn } from './turn.ts';

/** A sticker, a voice note: asks for words, and shows again what is asked; for an album once. */
export function hearUnreadable(turn: Turn, file: UnreadFile = {}): void {
  if (isRefused(turn, file)) return waitOn(turn);
  sayUnread(turn, file);
  if (turn.number === 1) startWelcome(turn);
  advance(turn);
}

/** The question stands as it was asked, and so does its time-out. */
function waitOn(turn: Turn): void {
  const step = waitingStep(turn);
  if (step) waitForAnswer(turn, step);
}

function isRefused({ refused }: Turn, { group }: UnreadFile): boolean {
  return group !== undefined && group === refused;
}

/** A place answers a question for an address or in free words, and no other: its figures are no number or product. */
export function hearLocation(turn: Turn, place: string): void {
  const step = waitingStep(turn);
  if (step?.kind !== 'ask' || (step.type !== 'text' && step.type !== 'address')) return hearUnreadable(turn);
  fill(turn, step, step.type === 'text' ? place : { lines: [place] });
  advance(turn);
}

const unreadWords = {
  'cannot-listen': 'cannotListen',
  'cannot-see': 'cannotSee',
  'cannot-read': 'cannotOpen',
  'too-large': 'tooLarge',
  'did-not-come': 'didNotCome',
} as const satisfies Record<Unread, WordKey>;

export function sayUnread(turn: Turn, file: UnreadFile): void {
  if (isRefused(turn, file)) return;
  turn.refused = file.group ?? null;
  sayWords(turn, file.unread ? unreadWords[file.unread] : 'cannotRead');
}
