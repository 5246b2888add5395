import type { Unread } from '../../channel/media.ts';
import type { WordKey } from '../words.ts';
import { advance } from './advance.ts';
import { fill } from './answer.ts';
import { startWelcome } from './flows.ts';
import { waitingStep } from './misunderstood.ts';
import { sayWords } from './say.ts';
import type { Turn } from './turn.ts';

/** A sticker, a voice note: asks for words, and shows again what is asked. */
export function hearUnreadable(turn: Turn, why?: Unread): void {
  sayUnread(turn, why);
  if (turn.number === 1) startWelcome(turn);
  advance(turn);
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
} as const satisfies Record<Unread, WordKey>;

export function sayUnread(turn: Turn, why?: Unread): void {
  sayWords(turn, why ? unreadWords[why] : 'cannotRead');
}
