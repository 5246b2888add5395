import type { Book } from '../dialog/book.ts';
import type { Effect } from '../dialog/effect.ts';
import { StoreError } from '../storage/errors.ts';
import { accept } from './accept.ts';
import { attribute } from './attribution.ts';
import { beforeSlow, TurnDropped } from './before-slow.ts';
import { forgetWritten } from './care.ts';
import type { RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import { draftFor } from './draft-for.ts';
import { hearMedia } from './hear-media.ts';
import { holdKeys } from './hold-keys.ts';
import { dialogEvent, type InboxEntry } from './inbox-entry.ts';
import { keep, present, refresh } from './keep.ts';
import type { Held, Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';
import { recordId } from './message-record.ts';
import type { Question } from './question.ts';
import { type TurnResult, takeTurn } from './take-turn.ts';
import { jobsOf, turnChange } from './turn-change.ts';
import type { Ticket } from './turnstile.ts';

/**
 * Takes the turn of one event and commits it. The loser of a race takes the turn again on what has become of the conversation.
 * False when the event is left to whoever has it, or to a later look into the inbox.
 */
export async function answer(context: RuntimeContext, lane: Lane, question: Question): Promise<boolean> {
  const ticket = context.turnstile.ticket();
  try {
    return await answerWith(ticket, { context, lane, question });
  } finally {
    ticket.leave();
  }
}

interface Answering {
  readonly context: RuntimeContext;
  readonly lane: Lane;
  readonly question: Question;
}

async function answerWith(ticket: Ticket, { context, lane, question }: Answering): Promise<boolean> {
  for (let replays = 0; ; replays += 1) {
    const held = lane.held ?? (await present(context.store, lane));
    const { conversation } = held;
    if (question.durable && conversation.inbox[0]?.id !== question.entry.id) return false;
    if (!question.durable && mustQueue(context, conversation)) return enqueue(context, lane, question);
    const turn = await think(context, lane, { conversation, question, replays, ticket });
    if (turn === 'overtaken') return false;
    if (turn === 'duplicate') return isDuplicate(question);
    if (turn.state === conversation.state && !question.durable) {
      if (await isPresent(context, lane, held)) return isNothing(question);
      continue;
    }
    const make = turnChange(context, lane, { turn, question, base: conversation });
    if ((await keep(context.store, lane, make)) === 'done') return finish(context, lane, { turn, question });
    if (await isTaken(context, lane, question)) return isDuplicate(question);
  }
}

/** Something older waits, or another process is in the middle of a turn. */
function mustQueue(context: RuntimeContext, conversation: Conversation): boolean {
  return conversation.inbox.length > 0 || isHeldElsewhere(conversation, context.me, context.clock.now());
}

async function enqueue(context: RuntimeContext, lane: Lane, question: Question): Promise<false> {
  const accepted = await accept(context, lane, question.entry);
  if (accepted === 'duplicate') return isDuplicate(question);
  question.accepted();
  return false;
}

function isDuplicate(question: Question): false {
  question.duplicate();
  return false;
}

/** A time-out of something that is over: nothing has happened, and nothing is kept of it. */
function isNothing(question: Question): true {
  question.accepted();
  return true;
}

/** What is remembered of a conversation may be old: that nothing happens is not to be decided from that. */
async function isPresent({ store }: RuntimeContext, lane: Lane, { revision }: Held): Promise<boolean> {
  return (await refresh(store, lane)).revision === revision;
}

interface Thought {
  readonly conversation: Conversation;
  readonly question: Question;
  readonly replays: number;
  readonly ticket: Ticket;
}

async function think(
  context: RuntimeContext,
  lane: Lane,
  { conversation, question, replays, ticket }: Thought,
): Promise<TurnResult | TurnDropped['why']> {
  const { entry } = question;
  const at = context.clock.now();
  if (isOutdated(entry, conversation)) return { ...nothing, at, state: conversation.state };
  const draft = draftFor(context, lane);
  try {
    if (replays > context.settings.mostReplays) throw new TurnContested();
    const slow = (): Promise<void> => beforeSlow(context, lane, { question, base: conversation });
    await hearMedia(context, lane, { question, beforeSlow: slow });
    const world = { ...context, book: context.book() };
    const { customer } = conversation;
    const arriving = attribute(world, { conversation: lane.id, customer, entry: question.entry, now: at });
    const { entry, besides, writes } = (await arriving) ?? { entry: question.entry, besides: null, writes: [] };
    const events = { event: dialogEvent(entry, at), besides: besides && dialogEvent(besides, at) };
    const hold = holdKeys(context, lane, { ticket, beforeSlow: slow });
    const asked = { id: lane.id, conversation, ...events, staged: writes, beforeSlow: slow, hold };
    return await takeTurn(world, draft ? { ...asked, draft: draft.show } : asked);
  } catch (error) {
    if (error instanceof TurnDropped) return error.why;
    if (error instanceof StoreError) throw error;
    context.log.error('TURN_BROKEN', { code: errorCode(error), flow: conversation.flow });
    return brokenTurn(context.book(), conversation, at);
  } finally {
    await draft?.end();
    lane.slow = false;
  }
}

/** Somebody has written since this silence began. */
function isOutdated({ content }: InboxEntry, { state }: Conversation): boolean {
  return content.type === 'silence' && content.turn !== state.turn;
}

const nothing = { outbound: [], effects: [], writes: [] };

/** Its writes are refused again and again: more likely a defect of an action than bad luck. */
class TurnContested extends Error {
  override readonly name = 'TurnContested';
  readonly code = 'TURN_CONTESTED';
}

/** A defect must not make a conversation answer the same message for ever: an apology, and a fresh start. */
function brokenTurn(book: Book, { state }: Conversation, at: number): TurnResult {
  const text = book.words.brokenLoop.text({}, [book.shop.locale]);
  const fresh = { ...state, turn: state.turn + 1, stack: [], menu: null, awaiting: null };
  return { ...nothing, at, state: fresh, outbound: [{ type: 'text', text }] };
}

interface Taken {
  readonly turn: TurnResult;
  readonly question: Question;
}

function finish(context: RuntimeContext, lane: Lane, { turn, question }: Taken): true {
  const { id } = question.entry;
  forgetWritten(lane);
  if (turn.outbound.length > 0) lane.said.set(id, turn.outbound);
  question.accepted();
  for (const job of jobsOf(lane.id, turn)) context.jobs.planned(job);
  for (const effect of turn.effects) logNote(context, effect);
  return true;
}

function logNote({ log }: RuntimeContext, effect: Effect): void {
  if (effect.type !== 'note' || effect.code === 'NOT_UNDERSTOOD') return;
  log.warn(effect.code, { flow: effect.flow, step: effect.step });
}

/** Does the store show that this event has been accepted by somebody else? What is durable shows it in the inbox. */
async function isTaken({ store }: RuntimeContext, lane: Lane, { entry, durable }: Question): Promise<boolean> {
  return !durable && (await store.get('message', recordId(lane.id, entry.id))) !== null;
}
