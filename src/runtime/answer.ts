import type { Book } from '../dialog/book.ts';
import type { Effect } from '../dialog/effect.ts';
import { StoreError } from '../storage/errors.ts';
import type { Write } from '../storage/store.ts';
import { accept } from './accept.ts';
import { forgetWritten, withCare, withDeliveries } from './care.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import { dialogEvent, type InboxEntry, ownEvent } from './inbox-entry.ts';
import { type Job, planJob } from './jobs.ts';
import { type Change, hold, keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';
import { recordId, recordWrite } from './message-record.ts';
import { queueAll } from './queue.ts';
import { type TurnResult, takeTurn } from './take-turn.ts';

/** An event and where it is: still with the platform, or in the conversation's inbox. */
export interface Question {
  readonly entry: InboxEntry;
  durable: boolean;
  accepted(): void;
  duplicate(): void;
}

/**
 * Takes the turn of one event and commits it. The loser of a race takes the turn again on what has become of the conversation;
 * an event that somebody else has taken is left to them.
 */
export async function answer(context: RuntimeContext, lane: Lane, question: Question): Promise<void> {
  for (;;) {
    const { conversation } = lane.held ?? (await hold(context.store, lane));
    if (!question.durable && mustQueue(context, conversation)) return enqueue(context, lane, question);
    const turn = await think(context, lane, { conversation, question });
    if (!turn) return question.duplicate();
    if (turn.state === conversation.state && !question.durable) return question.accepted();
    const make = turnChange(context, lane, { turn, question, base: conversation });
    if ((await keep(context.store, lane, make)) === 'done') return finish(context, lane, { turn, question });
    if (await isTaken(context, lane, question)) return question.duplicate();
  }
}

/** Something older waits, or another process is in the middle of a turn. */
function mustQueue(context: RuntimeContext, conversation: Conversation): boolean {
  return conversation.inbox.length > 0 || isHeldElsewhere(conversation, context.me, context.clock.now());
}

async function enqueue(context: RuntimeContext, lane: Lane, question: Question): Promise<void> {
  const accepted = await accept(context, lane, question.entry);
  return accepted === 'accepted' ? question.accepted() : question.duplicate();
}

interface Thought {
  readonly conversation: Conversation;
  readonly question: Question;
}

/** `null` when the event turned out to be a duplicate. */
async function think(
  context: RuntimeContext,
  lane: Lane,
  { conversation, question }: Thought,
): Promise<TurnResult | null> {
  const event = dialogEvent(question.entry, context.clock.now());
  const beforeSlow = (): Promise<void> => makeDurable(context, lane, question);
  try {
    return await takeTurn({ ...context, book: context.book() }, { id: lane.id, conversation, event, beforeSlow });
  } catch (error) {
    if (error instanceof DuplicateEvent) return null;
    if (error instanceof StoreError) throw error;
    context.log.error('TURN_BROKEN', { code: errorCode(error), flow: conversation.flow });
    return brokenTurn(context.book(), conversation);
  } finally {
    lane.slow = false;
  }
}

/** Before something slow: the platform need not wait for it, and a crash in the middle loses nothing. */
async function makeDurable(context: RuntimeContext, lane: Lane, question: Question): Promise<void> {
  lane.slow = true;
  void adapterOf(context, lane)?.typing?.(lane.address);
  if (question.durable) return;
  if ((await accept(context, lane, question.entry)) === 'duplicate') throw new DuplicateEvent();
  question.durable = true;
  question.accepted();
  await queueAll(context, lane);
}

class DuplicateEvent extends Error {}

/** A defect must not make a conversation answer the same message for ever: an apology, and a fresh start. */
function brokenTurn(book: Book, { state }: Conversation): TurnResult {
  const text = book.words.brokenLoop.text({}, [book.shop.locale]);
  const fresh = { ...state, turn: state.turn + 1, stack: [], menu: null, awaiting: null };
  return { state: fresh, outbound: [{ type: 'text', text }], effects: [], writes: [] };
}

interface Taken {
  readonly turn: TurnResult;
  readonly question: Question;
}

function turnChange(context: RuntimeContext, lane: Lane, taken: Taken & { readonly base: Conversation }) {
  const { turn, question, base } = taken;
  return (now: Conversation): Change | null => {
    if (now.state.turn !== base.state.turn || !stillOurs(context, now, question)) return null;
    const said = withDeliveries(lane, afterTurn(now, taken));
    return { conversation: withCare(context, lane, said), writes: turnWrites(lane, { turn, question }) };
  };
}

function stillOurs(context: RuntimeContext, now: Conversation, { entry, durable }: Question): boolean {
  return durable ? now.inbox.some(({ id }) => id === entry.id) : !mustQueue(context, now);
}

function afterTurn(now: Conversation, { turn, question }: Taken): Conversation {
  const { state, outbound } = turn;
  const { entry } = question;
  const said = { event: entry.id, turn: state.turn, message: 0, part: 0 };
  return {
    ...now,
    state,
    flow: state.stack.at(-1)?.flow ?? null,
    updatedAt: entry.at,
    handoffSince: state.handoffSince,
    handoffReason: handoffReason(now, turn),
    name: entry.sender?.name ?? now.name,
    inbox: now.inbox.length === 0 ? now.inbox : now.inbox.filter(({ id }) => id !== entry.id),
    outbox: outbound.length === 0 ? now.outbox : [...now.outbox, said],
  };
}

function handoffReason(now: Conversation, { state, effects }: TurnResult): string | null {
  if (state.handoffSince === null) return null;
  const handoff = effects.find((effect) => effect.type === 'handoff');
  return handoff?.type === 'handoff' ? handoff.reason : now.handoffReason;
}

function turnWrites(lane: Lane, { turn, question }: Taken): readonly Write[] {
  const { entry, durable } = question;
  const record = { conversation: lane.id, turn: turn.state.turn, at: entry.at, entry, outbound: turn.outbound };
  return [recordWrite(record, durable ? 1 : 0), ...turn.writes, ...jobsOf(lane, { turn, question }).map(planJob)];
}

function jobsOf(lane: Lane, { turn, question }: Taken): readonly Job[] {
  const wake = turn.effects.findLast((effect) => effect.type === 'wake');
  return wake?.type === 'wake' ? [silenceJob(lane, { turn, question, wake })] : [];
}

function silenceJob(lane: Lane, { turn, question, wake }: Taken & { wake: Extract<Effect, { type: 'wake' }> }): Job {
  const data = { conversation: lane.id, asked: wake.asked, turn: turn.state.turn };
  const id = `${ownEvent}silence:${lane.id}:${turn.state.turn}`;
  return { id, name: 'silence', runAt: question.entry.at + wake.afterMs, data };
}

function finish(context: RuntimeContext, lane: Lane, { turn, question }: Taken): void {
  const { id } = question.entry;
  forgetWritten(lane);
  if (turn.outbound.length > 0) lane.said.set(id, turn.outbound);
  question.accepted();
  for (const job of jobsOf(lane, { turn, question })) context.jobs.planned(job);
  for (const effect of turn.effects) logNote(context, effect);
}

function logNote({ log }: RuntimeContext, effect: Effect): void {
  if (effect.type !== 'note' || effect.code === 'NOT_UNDERSTOOD') return;
  log.warn(effect.code, { flow: effect.flow, step: effect.step });
}

/** Does the store show that this event has been accepted (or, if it was ours already, handled) by somebody else? */
async function isTaken({ store }: RuntimeContext, lane: Lane, question: Question): Promise<boolean> {
  if (question.durable) return !lane.held?.conversation.inbox.some(({ id }) => id === question.entry.id);
  return (await store.get('message', recordId(lane.id, question.entry.id))) !== null;
}
