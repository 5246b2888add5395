import type { ConversationId } from '../channel/ids.ts';
import type { Write } from '../storage/store.ts';
import { withCare, withDeliveries } from './care.ts';
import type { RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import { ownEvent } from './inbox-entry.ts';
import { type Job, planJob } from './jobs.ts';
import type { Change } from './keep.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { recordWrite } from './message-record.ts';
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
    return { conversation: withCare(context, lane, withDeliveries(lane, afterTurn(now, taken))), writes };
  };
}

/** Nothing that was accepted before it waits. */
function isNext({ me, clock }: RuntimeContext, now: Conversation, { entry, durable }: Question): boolean {
  if (durable) return now.inbox[0]?.id === entry.id;
  return now.inbox.length === 0 && !isHeldElsewhere(now, me, clock.now());
}

function afterTurn(now: Conversation, { turn, question }: TakenTurn): Conversation {
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

/** What came to nothing is no turn of the transcript. */
function turnWrites(lane: Lane, { turn, question, base }: TakenTurn): readonly Write[] {
  const { entry, durable } = question;
  const number = turn.state === base.state ? 0 : turn.state.turn;
  const record = { conversation: lane.id, turn: number, at: entry.at, entry, outbound: turn.outbound };
  return [recordWrite(record, durable ? 1 : 0), ...turn.writes, ...jobsOf(lane.id, turn).map(planJob)];
}

export function jobsOf(conversation: ConversationId, turn: TurnResult): readonly Job[] {
  const wake = turn.effects.findLast((effect) => effect.type === 'wake');
  if (wake?.type !== 'wake') return [];
  const number = turn.state.turn;
  const id = `${ownEvent}silence:${conversation}:${number}`;
  const data = { conversation, asked: wake.asked, turn: number };
  return [{ id, name: 'silence', runAt: turn.at + wake.afterMs, data }];
}
