import { accept } from './accept.ts';
import { isClaimed, withCare } from './care.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import { keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { errorCode } from './log.ts';
import type { Question } from './question.ts';
import { queueAll } from './queue.ts';

/** The turn under way is not to be taken: its event is known already, or (durable now) has to wait for something. */
export class TurnDropped extends Error {
  override readonly name = 'TurnDropped';
  readonly why: 'duplicate' | 'overtaken';

  constructor(why: TurnDropped['why']) {
    super('The turn is not to be taken');
    this.why = why;
  }
}

export interface SlowTurn {
  readonly question: Question;
  /** What the turn began with. */
  readonly base: Conversation;
}

/**
 * Before something slow: the platform need not wait for it, a crash in the middle loses nothing, and nobody else begins with it.
 * What goes to the outside carries the turn's number as its key, so it must not go out for a turn that is another event's.
 */
export async function beforeSlow(context: RuntimeContext, lane: Lane, turn: SlowTurn): Promise<void> {
  const { question } = turn;
  lane.slow = true;
  showTyping(context, lane);
  if (question.durable) await claim(context, lane);
  else await makeDurable(context, lane, question);
  if (!isOurTurn(context, lane, turn)) throw new TurnDropped('overtaken');
}

async function makeDurable(context: RuntimeContext, lane: Lane, question: Question): Promise<void> {
  if ((await accept(context, lane, question.entry)) === 'duplicate') throw new TurnDropped('duplicate');
  question.durable = true;
  question.accepted();
  await queueAll(context, lane);
}

async function claim(context: RuntimeContext, lane: Lane): Promise<void> {
  if (lane.held && isClaimed(context, lane.held.conversation)) return;
  await keep(context.store, lane, (now) =>
    isHeldElsewhere(now, context.me, context.clock.now())
      ? null
      : { conversation: withCare(context, lane, now), writes: [] },
  );
}

function isOurTurn(context: RuntimeContext, lane: Lane, { question, base }: SlowTurn): boolean {
  const now = lane.held?.conversation;
  if (!now || now.lease?.by !== context.me) return false;
  return now.inbox[0]?.id === question.entry.id && now.state.turn === base.state.turn;
}

function showTyping(context: RuntimeContext, lane: Lane): void {
  const show = async (): Promise<void> => adapterOf(context, lane)?.typing?.(lane.address);
  show().catch((error: unknown) => {
    context.log.info('TYPING_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  });
}
