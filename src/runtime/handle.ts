import type { InboundEvent } from '../channel/inbound.ts';
import { isPending } from './answered.ts';
import type { RuntimeContext } from './context.ts';
import type { Lane } from './lane.ts';
import { isNoted, receive } from './receive.ts';

/** Accepts an event and waits until its answers are delivered: also when it comes again and they still wait for it. */
export async function handle(context: RuntimeContext, event: InboundEvent): Promise<'answered' | 'duplicate'> {
  if (isNoted(event.content)) return (await receive(context, event)) === 'accepted' ? 'answered' : 'duplicate';
  const lane = context.lanes.of(event.conversation);
  const isUnderWay = lane.answered.has(event.id);
  const listening = listen(lane, event.id);
  try {
    const accepted = await receive(context, event);
    const isLeft = accepted === 'duplicate' && !isUnderWay && isPending(lane, event.id);
    if (accepted === 'accepted' || isUnderWay || isLeft) await listening.answered;
    return accepted === 'accepted' || isLeft ? 'answered' : 'duplicate';
  } finally {
    listening.end();
    context.lanes.rest(lane);
  }
}

function listen(lane: Lane, event: string): { readonly answered: Promise<void>; end(): void } {
  let tell = (): void => {};
  const answered = new Promise<void>((resolve) => {
    tell = resolve;
  });
  lane.answered.set(event, [...(lane.answered.get(event) ?? []), tell]);
  const end = (): void => {
    const others = (lane.answered.get(event) ?? []).filter((other) => other !== tell);
    if (others.length > 0) lane.answered.set(event, others);
    else lane.answered.delete(event);
  };
  return { answered, end };
}
