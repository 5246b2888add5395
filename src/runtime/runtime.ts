import { setMaxListeners } from 'node:events';
import type { Receive } from '../channel/adapter.ts';
import type { InboundEvent } from '../channel/inbound.ts';
import { type Care, startCares } from './cares.ts';
import type { RuntimeContext } from './context.ts';
import { runErrand } from './errands.ts';
import { handle } from './handle.ts';
import type { Incoming } from './inbox-entry.ts';
import { createLanes } from './lane.ts';
import { processName } from './lease.ts';
import { receive } from './receive.ts';
import { release, settle } from './release.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import { usualSettings } from './settings.ts';
import { submit } from './submit.ts';
import { recover } from './sweep.ts';
import { createTurnstile } from './turnstile.ts';
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
  /** Takes up what an earlier run has left, without waiting for it to be done, and looks after what becomes due. */
  start(): Promise<void>;
  /** Resolves when no turn, delivery or look at the store is under way. */
  settled(): Promise<void>;
  /** Finishes the turns that are under way and keeps the rest for the next start. */
  stop(): Promise<void>;
}

export function createRuntime(parts: RuntimeParts): Runtime {
  const stopping = new AbortController();
  const context = createContext(parts, stopping.signal);
  let cares: readonly Care[] = [];
  let stopJobs = async (): Promise<void> => {};
  return {
    receive: (event) => receive(context, event),
    submit: (own) => submit(context, own),
    handle: (event) => handle(context, event),
    async start() {
      await recover(context);
      stopJobs = await parts.jobs.start((job) => runErrand(context, job));
      cares = startCares(context);
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
  // Every conversation that waits for its channel listens.
  setMaxListeners(0, stopping);
  const settings = { ...usualSettings, ...parts.settings };
  const lanes = createLanes(settings.remembered);
  const turnstile = parts.turnstile ?? createTurnstile({ clock: parts.clock, holdMs: settings.holdMs });
  const shared = { ...parts, settings, turnstile, me: processName(), lanes, unwritten: new Set<never>(), stopping };
  const context: RuntimeContext = { ...shared, goOn: (lane) => void workLane(context, lane) };
  return context;
}
