import type { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import type { ConversationId } from '../channel/ids.ts';
import type { ShopFacts } from '../dialog/book.ts';
import type { JsonObject } from '../storage/json.ts';
import type { StoreReader, Write } from '../storage/store.ts';

/** A typed operation that a flow's `do` step or the assistant may call. */
export interface Action<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** `family.verb`. */
  readonly name: string;
  readonly about: string;
  readonly input: Input;
  /** A JSON object: what templates see under the step's `as`. */
  readonly output: Output;
  /** What spends money, changes an order or discloses data is for flows alone. Empty: only the engine calls it, by name. */
  readonly callers: readonly ('flow' | 'assistant')[];
  /** Changes nothing: it may be run again when a shopper corrects an earlier answer. */
  readonly reads?: boolean;
  /** Asks something outside the process: the message is made durable before it runs. */
  readonly slow?: boolean;
  run(input: z.output<Input>, context: ActionContext): Promise<z.input<Output> | Refusal>;
}

/** An expected no. The word is one a flow can test: `{% if added.refused == 'out-of-stock' %}`. */
export interface Refusal {
  readonly refused: string;
  readonly details?: JsonObject;
}

export interface ActionContext {
  readonly conversation: ConversationId;
  readonly customer: string;
  /** The same for the same effect, however often it is run: the idempotency key for what goes to the outside. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly locale: string;
  readonly shop: ShopFacts;
  readonly catalog: Catalog;
  /** Sees what this turn has staged before. */
  readonly store: StoreReader;
  /** Milliseconds the action may take; the registry's limit when absent. */
  readonly timeLimitMs?: number;
  /** To be written with the turn's commit, or not at all. */
  stage(write: Write): void;
}

/** Keeps the schemas' types while the action is declared. */
export function defineAction<Input extends z.ZodType, Output extends z.ZodType>(
  action: Action<Input, Output>,
): Action<Input, Output> {
  return action;
}
