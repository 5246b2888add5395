import type { z } from 'zod';
import type { ConversationId } from '../channel/ids.ts';
import type { PaymentProviders } from '../commerce/payment/provider.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { Carriers } from '../commerce/shipping/carrier.ts';
import type { Trade } from '../commerce/trade.ts';
import type { Pages } from '../understanding/pages.ts';

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
  /** Milliseconds it may take, in the place of the usual limit. */
  readonly timeLimitMs?: number;
  /**
   * Documents (`kind/id`) that many turns may want to change at the same moment. Turns of one process take them one after the other, so
   * that they do not lose to each other again and again; revisions still decide.
   */
  holds?(input: z.output<Input>, context: ActionContext): Promise<readonly string[]>;
  run(input: z.output<Input>, context: ActionContext): Promise<z.input<Output> | Refusal>;
}

/** A trade of the shopper's. What it stages is written with the turn's commit, or not at all. */
export interface ActionContext extends Trade {
  readonly conversation: ConversationId;
  readonly customer: string;
  readonly locale: string;
  readonly payments: PaymentProviders;
  readonly carriers: Carriers;
  /** What the shop's pages say; none when absent. */
  readonly pages?: Pages;
  /** Shows what an answer is going to be, from its beginning; best effort, and only what has been checked. Nothing when absent. */
  readonly draft?: (text: string) => void;
  /** Milliseconds the action may take; the registry's limit when absent. */
  readonly timeLimitMs?: number;
}

/** Keeps the schemas' types while the action is declared. */
export function defineAction<Input extends z.ZodType, Output extends z.ZodType>(
  action: Action<Input, Output>,
): Action<Input, Output> {
  return action;
}
