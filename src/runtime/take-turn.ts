import type { ActionContext } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ConversationId } from '../channel/ids.ts';
import type { Message } from '../channel/message.ts';
import { shopperCatalog } from '../commerce/dynamic-pricing/shopper-catalog.ts';
import { type Selling, usualSelling } from '../commerce/selling.ts';
import type { Book } from '../dialog/book.ts';
import type { Effect } from '../dialog/effect.ts';
import type { DialogEvent, Outcome } from '../dialog/event.ts';
import type { DialogState } from '../dialog/state.ts';
import { type StepResult, step } from '../dialog/step.ts';
import { createStaging, type Staging } from '../storage/staging.ts';
import type { Store, Write } from '../storage/store.ts';
import type { Conversation } from './conversation.ts';
import type { HoldKeys } from './hold-keys.ts';

export interface TurnWorld {
  readonly book: Book;
  readonly store: Store;
  readonly actions: ActionRegistry;
  readonly catalog: Catalog;
  readonly selling?: Selling | undefined;
}

export interface TurnRequest {
  readonly id: ConversationId;
  readonly conversation: Conversation;
  readonly event: DialogEvent;
  /** Heard in the same turn, when the engine waits again. */
  readonly besides: DialogEvent | null;
  /** Written with the turn; its actions see them already. */
  readonly staged: readonly Write[];
  /** Called before an action that takes its time; the turn goes on when it resolves. */
  readonly beforeSlow: () => Promise<void>;
  /** Called before an action that changes what many want to change; nobody is waited for when absent. */
  readonly hold?: HoldKeys;
  /** Shows what an answer is going to be; absent where the channel cannot. */
  readonly draft?: (text: string) => void;
}

/** What a turn comes to: nothing of it has happened until it is committed. */
export interface TurnResult {
  /** When it was taken, epoch ms: by our clock, for platforms may tell late and have clocks of their own. */
  readonly at: number;
  readonly state: DialogState;
  readonly outbound: readonly Message[];
  readonly effects: readonly Effect[];
  readonly writes: readonly Write[];
}

type Act = Extract<Effect, { type: 'act' }>;

/** step ⇄ actions, until the engine waits for the shopper. */
export async function takeTurn(world: TurnWorld, request: TurnRequest): Promise<TurnResult> {
  const { conversation, event, besides, staged } = request;
  const first = step(world.book, conversation.state, event);
  if (besides === null && !waitsForAction(first.effects)) return result(request, first, staged);
  const staging = createStaging(world.store, staged);
  const done = await withActions(world, { ...request, staging }, first);
  if (besides === null) return result(request, done, staging.writes());
  const next = await withActions(world, { ...request, staging }, step(world.book, done.state, besides));
  const both = { state: next.state, effects: [...done.effects, ...next.effects] };
  return result(request, both, staging.writes());
}

interface StagedRequest extends TurnRequest {
  readonly staging: Staging;
}

async function withActions(world: TurnWorld, request: StagedRequest, first: StepResult): Promise<StepResult> {
  const effects = [...first.effects];
  let { state } = first;
  for (let act = waitsForAction(effects); act; act = waitsForAction(effects)) {
    const effect = effects.length - 1;
    const outcome = await runAction(world, { ...request, act, turn: state.turn, effect, locale: state.locale });
    const next = step(world.book, state, { type: 'result', effect, outcome, at: request.event.at });
    state = next.state;
    effects.push(...next.effects);
    if (next.effects.length === 0) break;
  }
  return { state, effects };
}

function waitsForAction(effects: readonly Effect[]): Act | null {
  const last = effects.at(-1);
  return last?.type === 'act' ? last : null;
}

interface ActionRun extends StagedRequest {
  readonly act: Act;
  readonly turn: number;
  readonly effect: number;
  /** Of the conversation as it is now: the shopper may just have changed the language. */
  readonly locale: string | null;
}

async function runAction(world: TurnWorld, run: ActionRun): Promise<Outcome> {
  const action = world.actions.get(run.act.action);
  if (action?.slow) await run.beforeSlow();
  const context = contextOf(world, run);
  const letGo = action?.holds
    ? await run.hold?.(await world.actions.holds(run.act.action, run.act.input, context))
    : undefined;
  const outcome = await world.actions.run(run.act.action, run.act.input, context);
  if (outcome.result !== 'returned') letGo?.(outcome.result);
  return outcome;
}

function contextOf(world: TurnWorld, run: ActionRun): ActionContext {
  const { shop } = world.book;
  const selling = world.selling ?? usualSelling(shop);
  const context = {
    conversation: run.id,
    customer: run.conversation.customer,
    key: `${run.id}:${run.turn}:${run.effect}`,
    now: run.event.at,
    locale: run.locale ?? shop.locale,
    shop,
    by: { who: 'shopper', customer: run.conversation.customer } as const,
    rules: selling.rules(),
    payments: selling.payments,
    carriers: selling.carriers,
    pages: world.book.pages,
    catalog: world.catalog,
    store: run.staging.reader,
    stage: run.staging.stage,
    ...(run.draft ? { draft: run.draft } : {}),
  };
  const catalog = shopperCatalog(world.catalog, context);
  return catalog === world.catalog ? context : { ...context, catalog };
}

function result({ event }: TurnRequest, { state, effects }: StepResult, writes: readonly Write[]): TurnResult {
  return {
    at: event.at,
    state,
    effects,
    writes,
    outbound: effects.flatMap((effect) => (effect.type === 'send' ? effect.message : [])),
  };
}
