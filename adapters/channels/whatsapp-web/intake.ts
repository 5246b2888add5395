import type { Receive } from '../../../src/channel/adapter.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import { sleep } from '../../../src/runtime/sleep.ts';

/**
 * WhatsApp Web tells of a message once: what could not be made durable is tried again here, in the order of its conversation and beside all
 * others, for as long as the process lives. At the next start it is still unread.
 */
export interface Intake {
  take(event: InboundEvent): void;
  /** What comes from now on waits behind what was missed. */
  hold(): void;
  /** Takes what was missed, oldest first, and then what has waited. */
  release(missed: readonly InboundEvent[]): void;
  /** Resolves when what is being received has been; what waits for another try is left. */
  settled(): Promise<void>;
}

export interface IntakeDeps {
  readonly receive: Receive;
  readonly clock: Clock;
  readonly log: Log;
  readonly stopping: AbortSignal;
  /** Everything of this conversation is durable, up to this event. */
  readonly durable: (last: InboundEvent, isAllDurable: boolean) => void;
}

interface Lane {
  readonly waiting: InboundEvent[];
  running: Promise<void>;
}

export function createIntake(deps: IntakeDeps): Intake {
  const lanes = new Map<string, Lane>();
  let held: InboundEvent[] | null = null;
  const push = (event: InboundEvent): void => {
    const lane = lanes.get(event.conversation);
    if (lane) return void lane.waiting.push(event);
    const fresh: Lane = { waiting: [event], running: Promise.resolve() };
    lanes.set(event.conversation, fresh);
    fresh.running = runLane(fresh, deps).then((last) => {
      lanes.delete(event.conversation);
      if (last) deps.durable(last, lanes.size === 0);
    });
  };
  return {
    take: (event) => (held ? void held.push(event) : push(event)),
    hold: () => {
      held ??= [];
    },
    release: (missed) => {
      const waited = held ?? [];
      held = null;
      for (const event of missed) push(event);
      for (const event of waited) push(event);
    },
    settled: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.running));
    },
  };
}

/** The last event, once all are durable; `null` when we are stopped before. */
async function runLane({ waiting }: Lane, deps: IntakeDeps): Promise<InboundEvent | null> {
  let failures = 0;
  for (let event = waiting[0]; event; event = waiting[0]) {
    if (await receiveOne(event, deps)) {
      failures = 0;
      waiting.shift();
      if (waiting.length === 0) return event;
    } else await sleep(deps.clock, 1000 * 2 ** Math.min(failures++, 5), deps.stopping);
    if (deps.stopping.aborted) return null;
  }
  return null;
}

async function receiveOne(event: InboundEvent, { receive, log }: IntakeDeps): Promise<boolean> {
  try {
    await receive(event);
    return true;
  } catch (error) {
    log.error('WHATSAPP_WEB_NOT_RECEIVED', { cause: errorCode(error) });
    return false;
  }
}
