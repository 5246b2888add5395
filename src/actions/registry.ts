import { z } from 'zod';
import { isRefusal } from '../commerce/refusal.ts';
import type { ActionShape } from '../dialog/book.ts';
import type { Outcome } from '../dialog/event.ts';
import type { JsonObject } from '../storage/json.ts';
import { createStaging } from '../storage/staging.ts';
import type { Action, ActionContext } from './action.ts';
import { startTimer, type TimeLimit, within } from './time-limit.ts';

export interface ActionRegistry {
  get(name: string): Action | null;
  /** In alphabetical order. */
  readonly all: readonly Action[];
  /** What the flow checker and the assistant see. */
  readonly shapes: ReadonlyMap<string, ActionShape>;
  /**
   * Never rejects. What the action staged reaches `context.stage` only when it returned a value: a refusal, a failure and
   * an action that comes back after its time limit leave nothing behind.
   */
  run(name: string, input: JsonObject, context: ActionContext): Promise<Outcome>;
  /** The documents that this call of it may want to change together with many others. Never rejects: when in doubt none. */
  holds(name: string, input: JsonObject, context: ActionContext): Promise<readonly string[]>;
}

interface RegistryDeps {
  readonly timer?: TimeLimit['timer'];
  /** Milliseconds an action has when the context sets no limit; 10,000 when absent. */
  readonly timeLimitMs?: number;
}

export function createActionRegistry(actions: readonly Action[], deps: RegistryDeps = {}): ActionRegistry {
  const all = [...actions].sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(all.map((action) => [action.name, action]));
  if (byName.size !== all.length) throw new Error('two actions have one name');
  const timer = deps.timer ?? startTimer;
  const limitOf = ({ timeLimitMs }: ActionContext, action: Action): TimeLimit => ({
    timer,
    ms: timeLimitMs ?? action.timeLimitMs ?? deps.timeLimitMs ?? 10_000,
  });
  return {
    all,
    get: (name) => byName.get(name) ?? null,
    shapes: new Map(all.map((action) => [action.name, shapeOf(action)])),
    async run(name, input, context) {
      const action = byName.get(name);
      if (action === undefined) return failed('UNKNOWN_ACTION');
      return await perform(action, input, { context, limit: limitOf(context, action) });
    },
    async holds(name, input, context) {
      const action = byName.get(name);
      return action ? await heldBy(action, input, { context, limit: limitOf(context, action) }) : [];
    },
  };
}

async function heldBy(action: Action, given: JsonObject, { context, limit }: Call): Promise<readonly string[]> {
  const input = action.input.safeParse(given);
  if (!input.success) return [];
  try {
    const keys = await within(
      limit,
      async () => (await action.holds?.(input.data, { ...context, stage: () => undefined })) ?? [],
    );
    return keys === 'late' ? [] : keys.value;
  } catch {
    // What is wrong shows when it runs.
    return [];
  }
}

interface Call {
  readonly context: ActionContext;
  readonly limit: TimeLimit;
}

async function perform(action: Action, given: JsonObject, { context, limit }: Call): Promise<Outcome> {
  const input = action.input.safeParse(given);
  if (!input.success) return failed('BAD_INPUT');
  const staging = createStaging(context.store, []);
  const own: ActionContext = { ...context, store: staging.reader, stage: staging.stage };
  try {
    const answer = await within(limit, () => action.run(input.data, own));
    if (answer === 'late') return failed('ACTION_TIMEOUT');
    const outcome = outcomeOf(action, answer.value);
    if (outcome.result === 'returned') staging.writes().forEach((write) => void context.stage(write));
    return outcome;
  } catch (error) {
    return failed(codeOf(error));
  }
}

function outcomeOf(action: Action, answer: unknown): Outcome {
  if (isRefusal(answer)) {
    const { refused: reason, details } = answer;
    return details === undefined ? { result: 'refused', reason } : { result: 'refused', reason, details };
  }
  const output = action.output.safeParse(answer);
  return output.success ? { result: 'returned', value: output.data as JsonObject } : failed('BAD_OUTPUT');
}

function failed(code: string): Outcome {
  return { result: 'failed', code };
}

/** Codes of our own errors (`SEARCH_TIMEOUT`) pass; a message never does, for it may quote the shopper. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? code : 'ACTION_FAILED';
}

function shapeOf(action: Action): ActionShape {
  const { name, about, callers, reads = false } = action;
  // What an action does not name it never sees: for a checker that is a mistake, also where it takes nothing at all.
  const input = { additionalProperties: false, ...(z.toJSONSchema(action.input, { io: 'input' }) as JsonObject) };
  const output = z.toJSONSchema(action.output, { io: 'output' }) as JsonObject;
  return { name, about, callers, reads, input, output };
}
