import type { ActionContext } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ChannelAdapter } from '../channel/adapter.ts';
import { type ChannelId, type ConversationId, conversationId } from '../channel/ids.ts';
import type { InboundContent } from '../channel/inbound.ts';
import { capabilitiesOf } from '../channel/limits/capabilities-of.ts';
import type { Message } from '../channel/message.ts';
import type { RenderedPart } from '../channel/rendered-part.ts';
import { type Selling, usualSelling } from '../commerce/selling.ts';
import type { Book } from '../dialog/book.ts';
import type { DeskMove, Outcome } from '../dialog/event.ts';
import type { Errands } from '../jobs/jobs.ts';
import { type JobRun, type Jobs, runDueJobs } from '../jobs/jobs.ts';
import type { Clock } from '../runtime/clock.ts';
import { ownEvent } from '../runtime/inbox-entry.ts';
import { silentLog } from '../runtime/log.ts';
import { createTranscript } from '../runtime/message-record.ts';
import { createRuntime, type Runtime } from '../runtime/runtime.ts';
import type { Store } from '../storage/store.ts';
import { bringOrder, type ParcelMove } from './bring-order.ts';
import { createManualClock } from './manual-clock.ts';

/** What a rehearsal plays with: the real store, search and actions of wherever it runs. */
export interface RehearsalWorld {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly actions: ActionRegistry;
  readonly book: Book;
  /** How the shop sells, with this clock; as one that has written nothing down when absent. */
  readonly sells?: Sells;
}

export type Sells = (clock: Clock) => Selling & { readonly errands: Errands };

/** One shopper on one channel, with the real runtime behind it and a clock that can be moved. */
export interface Stage {
  readonly conversation: ConversationId;
  say(content: InboundContent): Promise<void>;
  /** Delivers the last event once more. */
  again(): Promise<void>;
  wait(ms: number): Promise<void>;
  restart(): Promise<void>;
  desk(move: DeskMove): Promise<void>;
  /** The shopper's newest order goes on; false: there is none that can. */
  parcel(move: ParcelMove): Promise<boolean>;
  /** What has been said since it was asked last. */
  heard(): Promise<Heard>;
  close(): Promise<void>;
}

export interface Heard {
  readonly messages: readonly Message[];
  readonly parts: readonly RenderedPart[];
}

export interface StageSettings {
  readonly channel: ChannelId;
  readonly peer: string;
  readonly startsAt: number;
  readonly locale: string | null;
  /** What an action comes to in this rehearsal whatever it would do; `null`: what it does. */
  readonly scripted: (action: string, context: ActionContext) => Promise<Outcome | null>;
  /** Whether there is an assistant to be asked. */
  readonly assistant: boolean;
}

export async function openStage(world: RehearsalWorld, settings: StageSettings): Promise<Stage> {
  const { channel, peer, startsAt, locale } = settings;
  const sender = locale === null ? {} : { sender: { locale } };
  const clock = createManualClock(startsAt);
  const conversation = conversationId({ channel, account: 'rehearsal', peer });
  const parts: RenderedPart[] = [];
  const adapter = listeningChannel(channel, parts);
  const jobs = heldJobs();
  const start = async (): Promise<Runtime> => {
    const channels = new Map([[channel, adapter]]);
    const actions = withScript(world.actions, settings.scripted);
    const own = { ...world.book, assistant: settings.assistant };
    const book = (): Book => own;
    const selling = world.sells?.(clock);
    const sold = selling ? { selling, errands: selling.errands } : {};
    const runtime = createRuntime({ ...world, ...sold, actions, book, channels, clock, log: silentLog, jobs });
    await runtime.start();
    return runtime;
  };
  let runtime = await start();
  let number = 0;
  let turnHeard = 0;
  let last: InboundContent | null = null;
  const deliver = async (content: InboundContent): Promise<void> => {
    await runtime.handle({ id: `${number}`, conversation, at: clock.now(), content, ...sender });
  };
  /** News that a turn brought are told with its answer, as a shopper sees them a moment later. */
  const doWhatIsDue = async (): Promise<void> => {
    for (let rounds = 0; rounds < mostRounds && (await isDue(world.store, clock.now())); rounds += 1) {
      await runDueJobs(world.store, clock.now(), jobs.run);
      await runtime.settled();
    }
  };
  return {
    conversation,
    async say(content) {
      number += 1;
      last = content;
      clock.forward(1_000);
      await deliver(content);
      await doWhatIsDue();
    },
    again: async () => {
      if (last) await deliver(last);
    },
    async wait(ms) {
      clock.forward(ms);
      await doWhatIsDue();
    },
    async restart() {
      await runtime.stop();
      runtime = await start();
    },
    async desk(does) {
      number += 1;
      await runtime.submit({
        conversation,
        entry: { id: `${ownEvent}desk:${number}`, at: clock.now(), content: { type: 'desk', does } },
      });
      await runtime.settled();
    },
    async parcel(move) {
      clock.forward(1_000);
      const { store, catalog, book } = world;
      const rules = world.sells?.(clock).rules ?? usualSelling(book.shop).rules;
      const parts = { store, catalog, shop: book.shop, rules, clock };
      const hasMoved = await bringOrder(parts, conversation, move);
      await doWhatIsDue();
      return hasMoved;
    },
    async heard() {
      const entries = await createTranscript(world.store).after(conversation, turnHeard, 100);
      turnHeard = entries.at(-1)?.turn ?? turnHeard;
      return { messages: entries.flatMap(({ outbound }) => outbound), parts: parts.splice(0) };
    },
    close: () => runtime.stop(),
  };
}

/** What one job brings may be due at once itself. */
const mostRounds = 5;

async function isDue(store: Store, now: number): Promise<boolean> {
  return (await store.count('job', { where: { runAt: { to: now } } })) > 0;
}

function listeningChannel(id: ChannelId, parts: RenderedPart[]): ChannelAdapter {
  // A rehearsal is about what is said, not about when a platform lets it be said.
  const { answersWithinMs: _closed, ...shows } = capabilitiesOf[id];
  return {
    id,
    capabilities: { ...shows, idempotent: true },
    authenticate: async () => ({ result: 'refuse', reason: 'A rehearsal takes no requests' }),
    parse: () => [],
    async deliver(part) {
      parts.push(part);
      return { result: 'delivered' };
    },
  };
}

function withScript(actions: ActionRegistry, scripted: StageSettings['scripted']): ActionRegistry {
  return {
    ...actions,
    run: async (name, input, context) => (await scripted(name, context)) ?? actions.run(name, input, context),
  };
}

/** Jobs that run when the rehearsal says so. */
function heldJobs(): Jobs & { readonly run: JobRun } {
  let started: JobRun = async () => undefined;
  return {
    planned() {},
    async start(run) {
      started = run;
      return async () => {};
    },
    run: (job) => started(job),
  };
}
