import type { ConversationId } from '../channel/ids.ts';
import { type Job, planJob } from '../jobs/jobs.ts';
import type { Write } from '../storage/store.ts';
import { careFor, undelivered } from './care.ts';
import type { RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import { type InboxEntry, ownEvent } from './inbox-entry.ts';
import type { Change } from './keep.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { type RecordedMood, recordWrite } from './message-record.ts';
import type { Question } from './question.ts';
import type { TurnResult } from './take-turn.ts';

export interface TakenTurn {
  readonly turn: TurnResult;
  readonly question: Question;
  /** What the turn began with. */
  readonly base: Conversation;
}

/** What a turn makes of its conversation, as long as that has not gone on without it. */
export function turnChange(context: RuntimeContext, lane: Lane, taken: TakenTurn) {
  const writes = turnWrites(lane, taken);
  return (now: Conversation): Change | null => {
    if (now.state.turn !== taken.base.state.turn || !isNext(context, now, taken.question)) return null;
    return { conversation: afterTurn({ context, lane, now }, taken), writes };
  };
}

/** Nothing that was accepted before it waits. */
function isNext({ me, clock }: RuntimeContext, now: Conversation, { entry, durable }: Question): boolean {
  if (durable) return now.inbox[0]?.id === entry.id;
  return now.inbox.length === 0 && !isHeldElsewhere(now, me, clock.now());
}

interface Place {
  readonly context: RuntimeContext;
  readonly lane: Lane;
  readonly now: Conversation;
}

/** Field by field: this is made at every turn, and spreading one object over another costs more than all of its reading. */
function afterTurn({ context, lane, now }: Place, { turn, question }: TakenTurn): Conversation {
  const { state } = turn;
  const { entry } = question;
  const inbox = now.inbox.length === 0 ? now.inbox : now.inbox.filter(({ id }) => id !== entry.id);
  const outbox = outboxAfter(lane, now, { turn, event: entry.id });
  const { lease, dueAt } = careFor(context, lane, { inbox, outbox, lease: now.lease, dueAt: now.dueAt });
  return {
    channel: now.channel,
    dueAt,
    handoffSince: state.handoffSince,
    handoffReason: handoffReason(now, turn),
    flow: state.stack.at(-1)?.flow ?? null,
    updatedAt: entry.at,
    heardAt: heardAt(now, entry),
    customer: now.customer,
    name: entry.sender?.name ?? now.name,
    state,
    inbox,
    outbox,
    lease,
  };
}

function outboxAfter(lane: Lane, now: Conversation, { turn, event }: { turn: TurnResult; event: string }) {
  const left = undelivered(lane, now.outbox);
  return turn.outbound.length === 0 ? left : [...left, { event, turn: turn.state.turn, message: 0, part: 0 }];
}

/** A platform may tell late: what was heard last is not always what came in last. */
function heardAt({ heardAt: before }: Conversation, { content, at }: InboxEntry): number | null {
  if (content.type === 'desk' || content.type === 'silence' || content.type === 'news') return before ?? null;
  return before === null ? at : Math.max(before, at);
}

function handoffReason(now: Conversation, { state, effects }: TurnResult): string | null {
  if (state.handoffSince === null) return null;
  const handoff = effects.find((effect) => effect.type === 'handoff');
  return handoff?.type === 'handoff' ? handoff.reason : now.handoffReason;
}

/** What came to nothing is no turn of the transcript. */
function turnWrites(lane: Lane, { turn, question, base }: TakenTurn): readonly Write[] {
  const { entry, durable } = question;
  const number = turn.state === base.state ? 0 : turn.state.turn;
  const record = { conversation: lane.id, turn: number, at: entry.at, entry, outbound: turn.outbound };
  const mood = moodIn(turn);
  return [
    recordWrite(mood ? { ...record, mood } : record, durable ? 1 : 0),
    ...turn.writes,
    ...jobsOf(lane.id, turn).map(planJob),
  ];
}

/** What began with the message is what it was about, where nothing was open when it came. */
function moodIn({ effects, state }: TurnResult): RecordedMood | null {
  const heard = effects.findLast((effect) => effect.type === 'mood');
  if (heard?.type !== 'mood') return null;
  return { score: heard.score, flow: heard.flow ?? state.stack.at(-1)?.flow ?? null, product: heard.product };
}

export function jobsOf(conversation: ConversationId, turn: TurnResult): readonly Job[] {
  const wake = turn.effects.findLast((effect) => effect.type === 'wake');
  if (wake?.type !== 'wake') return [];
  const number = turn.state.turn;
  const id = `${ownEvent}silence:${conversation}:${number}`;
  const data = { conversation, asked: wake.asked, turn: number };
  return [{ id, name: 'silence', runAt: turn.at + wake.afterMs, data }];
}
