import type { Receive } from '../channel/adapter.ts';
import { isConversationId } from '../channel/ids.ts';
import type { InboundEvent } from '../channel/inbound.ts';
import type { Cancel } from './clock.ts';
import type { RuntimeContext } from './context.ts';
import { keepProgress } from './deliver.ts';
import { type Incoming, incoming } from './inbox-entry.ts';
import type { Job } from './jobs.ts';
import { createLanes, type Lane } from './lane.ts';
import { processName } from './lease.ts';
import { errorCode } from './log.ts';
import { queueAll } from './queue.ts';
import { release, settle } from './release.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import { usualSettings } from './settings.ts';
import { silenceEntry } from './silence.ts';
import { recover, sweep } from './sweep.ts';
import { workLane } from './work.ts';

/**
 * What makes the shop run, in order, and survive: accepts events once, takes one turn after the other in each conversation, commits
 * each at once, and delivers.
 */
export interface Runtime {
  /** Resolves when the event is durable. */
  readonly receive: Receive;
  /** As `receive`, for what the shop itself makes happen. */
  submit(incoming: Incoming): Promise<'accepted' | 'duplicate'>;
  /** As `receive`, but resolves when the answers have been delivered too. */
  handle(event: InboundEvent): Promise<'answered' | 'duplicate'>;
  /** Takes up what an earlier run has left, and looks after what becomes due. */
  start(): Promise<void>;
  /** Resolves when no turn, delivery or look at the store is under way. */
  settled(): Promise<void>;
  /** Finishes the turns that are under way and keeps the rest for the next start. */
  stop(): Promise<void>;
}

export function createRuntime(parts: RuntimeParts): Runtime {
  const stopping = new AbortController();
  const context = createContext(parts, stopping.signal);
  const receive: Receive = (event) => submit(context, incoming(event));
  const cares: Care[] = [];
  let stopJobs = async (): Promise<void> => {};
  return {
    receive,
    submit: (own) => submit(context, own),
    handle: (event) => handle(context, event),
    async start() {
      await recover(context);
      stopJobs = await parts.jobs.start((job) => runJob(context, job));
      cares.push(every(context, context.settings.sweepMs, () => sweep(context)));
      cares.push(every(context, context.settings.receiptMs, () => writeDeliveries(context)));
    },
    async settled() {
      await Promise.all(cares.map((care) => care.current()));
      await Promise.all(context.lanes.active().map(settle));
    },
    async stop() {
      stopping.abort();
      await stopJobs();
      await Promise.all(cares.map((care) => care.stop()));
      await release(context);
    },
  };
}

function createContext(parts: RuntimeParts, stopping: AbortSignal): RuntimeContext {
  const settings = { ...usualSettings, ...parts.settings };
  const lanes = createLanes(settings.remembered);
  return { ...parts, settings, me: processName(), lanes, unwritten: new Set(), stopping };
}

function submit(context: RuntimeContext, { conversation, entry }: Incoming): Promise<'accepted' | 'duplicate'> {
  if (!isConversationId(conversation)) return Promise.reject(new Error('Not a conversation id'));
  const lane = context.lanes.of(conversation);
  return new Promise((resolve, reject) => {
    const waiting = {
      entry,
      accepted: () => resolve('accepted'),
      duplicate: () => resolve('duplicate'),
      failed: reject,
    };
    lane.queue.push(waiting);
    void (lane.slow ? queueAll(context, lane) : workLane(context, lane));
  });
}

async function handle(context: RuntimeContext, event: InboundEvent): Promise<'answered' | 'duplicate'> {
  const lane = context.lanes.of(event.conversation);
  const isUnderWay = lane.answered.has(event.id);
  let tell = (): void => {};
  const answered = new Promise<void>((resolve) => {
    tell = resolve;
  });
  lane.answered.set(event.id, [...(lane.answered.get(event.id) ?? []), tell]);
  const accepted = await submit(context, incoming(event)).catch((error: unknown) => {
    unlisten(lane, event.id, tell);
    throw error;
  });
  if (accepted === 'accepted' || isUnderWay) await answered;
  else unlisten(lane, event.id, tell);
  return accepted === 'accepted' ? 'answered' : 'duplicate';
}

function unlisten(lane: Lane, event: string, tell: () => void): void {
  const others = (lane.answered.get(event) ?? []).filter((other) => other !== tell);
  if (others.length > 0) lane.answered.set(event, others);
  else lane.answered.delete(event);
}

async function runJob(context: RuntimeContext, job: Job): Promise<void> {
  switch (job.name) {
    case 'silence': {
      const silence = await silenceEntry(context, job);
      if (silence) await submit(context, silence);
    }
  }
}

async function writeDeliveries(context: RuntimeContext): Promise<void> {
  const lanes = [...context.unwritten];
  context.unwritten.clear();
  await Promise.all(lanes.map((lane) => writeDelivery(context, lane)));
}

async function writeDelivery(context: RuntimeContext, lane: Lane): Promise<void> {
  if (lane.delivered.size > 0) await keepProgress(context, lane, []);
  context.lanes.rest(lane);
}

interface Care {
  current(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs again and again, never twice at a time; a failure is told and the next run tries again. */
function every(context: RuntimeContext, ms: number, run: () => Promise<void>): Care {
  let cancel: Cancel = () => {};
  let current = Promise.resolve();
  const plan = (): void => {
    cancel = context.clock.after(ms, () => {
      current = run().catch((error: unknown) => context.log.error('CARE_FAILED', { code: errorCode(error) }));
      void current.then(() => !context.stopping.aborted && plan());
    });
  };
  plan();
  return {
    current: () => current,
    stop: () => {
      cancel();
      return current;
    },
  };
}
