import { splitClauses } from '../../understanding/clauses.ts';
import { clarifies } from '../../understanding/matcher.ts';
import { surePage } from '../../understanding/pages.ts';
import { asksForThing } from '../../understanding/sentence.ts';
import { withoutSmallTalk } from '../../understanding/small-talk.ts';
import type { FlowStart } from './flows.ts';
import { isSure, startOf } from './follow.ts';
import { localeOf, type Turn } from './turn.ts';

export interface SeveralWishes {
  /** In the order written, but for pages and for what has to be last. What tells goes before what asks as they are taken: put-off.ts. */
  readonly starts: readonly FlowStart[];
  /** Each is a flow's or a page's for sure; otherwise some of the words are for the search. */
  readonly areSure: boolean;
}

interface Wish {
  readonly words: string;
  readonly start: FlowStart;
  readonly isSure: boolean;
}

const mostWishes = 3;
/** A part of a message means a flow of its own from here on. */
const likelyPart = 0.7;
const shortest = 4;

/**
 * The wishes of a message of several parts: "red mug under 20 and how long does shipping take". Of one wish that is sure, what is told
 * beside it is let go: "I am so tired and where is my order". `null` where the message is better heard whole.
 */
export function severalWishes(turn: Turn, text: string): SeveralWishes | null {
  if (text.split(/\s+/u).length < shortest) return null;
  const parts = splitClauses(text, (rest) => isSurely(turn, rest));
  if (parts.length < 2) return null;
  const wishes = parts.flatMap((part) => wishOf(turn, part) ?? []);
  const each = wishes.filter((wish, at) => wishes.findIndex((other) => isSame(wish.start, other.start)) === at);
  const areSure = each.every((wish) => wish.isSure);
  if (each.length === 0 || (each.length === 1 && !areSure)) return null;
  const starts = each.slice(0, mostWishes).map(({ start, words }) => ({ ...start, words }));
  return {
    starts: starts.toSorted((one, other) => waits(turn, one) - waits(turn, other)),
    areSure,
  };
}

/** A page is said and done; what does not come back to what it interrupts is long (an order, a search) and lets the others go first. */
function waits(turn: Turn, { flow }: FlowStart): number {
  if (flow === turn.book.moments.get('a page answers')) return 0;
  if (flow === turn.book.moments.get('anything else')) return 3;
  return turn.book.flows.get(flow)?.comesBack === false ? 2 : 1;
}

function isSurely(turn: Turn, text: string): boolean {
  const wish = flowWish(turn, text) ?? pageWish(turn, text);
  return wish?.isSure ?? false;
}

function wishOf(turn: Turn, text: string): Wish | null {
  return flowWish(turn, text) ?? pageWish(turn, text) ?? searchWish(turn, text);
}

function flowWish(turn: Turn, text: string): Wish | null {
  const matches = turn.book.matcher.match(text);
  const [best] = matches;
  if (best === undefined || best.confidence < likelyPart || clarifies(matches)) return null;
  return { words: text, start: startOf(turn, text, best), isSure: isSure(matches) };
}

function pageWish(turn: Turn, text: string): Wish | null {
  const flow = turn.book.moments.get('a page answers');
  const [best] = flow === undefined ? [] : turn.book.pages.find(text, { locale: localeOf(turn) });
  if (flow === undefined || best === undefined || best.confidence < surePage) return null;
  return {
    words: text,
    start: { flow, slots: { page: { ...best.passage }, question: text }, given: {} },
    isSure: true,
  };
}

/** What no flow and no page knows, where it names a thing or asks for it. */
function searchWish(turn: Turn, text: string): Wish | null {
  const flow = turn.book.moments.get('anything else');
  const words = withoutSmallTalk(text);
  return flow === undefined || words === '' || !asksForThing(words, localeOf(turn))
    ? null
    : { words, start: { flow, slots: { text: words }, given: {} }, isSure: false };
}

/** A flow runs once, but two pages may answer two questions. */
function isSame(one: FlowStart, other: FlowStart): boolean {
  return one.flow === other.flow && pageOf(one) === pageOf(other);
}

function pageOf({ slots }: FlowStart): string {
  return JSON.stringify(slots['page'] ?? null);
}
