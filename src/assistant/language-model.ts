import type { JsonObject } from '../storage/json.ts';

/**
 * A model that writes text and calls tools. What guards it (budget, breaker, ledger, redactor) has the same shape and stands in
 * front of it. Contract: test/contracts/language-model.ts.
 */
export interface LanguageModel {
  /**
   * One answer. Rejects with `ModelError`: also for a stream that breaks off, is malformed or holds nothing, and for tool calls that
   * are no JSON objects.
   */
  ask(request: ModelRequest): Promise<ModelAnswer>;
}

/** In the order in which it is sent: what stays the same comes first, so that a server can reuse what it has read before. */
export interface ModelRequest {
  readonly instructions: string;
  readonly tools: readonly ModelTool[];
  readonly messages: readonly ModelMessage[];
  /** JSON Schema of the answer when it calls no tool; `null`: free text. */
  readonly shape: JsonObject | null;
  /** Tokens of the answer at most. */
  readonly mostTokens: number;
  readonly asker: Asker;
  /** What it is asked for: prices and budgets are told apart by it. */
  readonly purpose: 'answer' | 'summary' | 'extraction';
  /** The text as it grows, from its beginning; never called after the answer. */
  readonly onText?: (soFar: string) => void;
  readonly signal: AbortSignal;
}

/** On whose account. */
export interface Asker {
  readonly customer: string;
  readonly conversation: string;
  /** The same when a turn is taken again: `conversation:turn:effect:n`. */
  readonly key: string;
}

export interface ModelTool {
  readonly name: string;
  readonly about: string;
  /** JSON Schema of its input, an object. */
  readonly input: JsonObject;
}

export type ModelMessage =
  | { readonly from: 'shopper'; readonly text: string }
  | { readonly from: 'model'; readonly text: string; readonly calls: readonly ToolCall[] }
  /** What a tool returned; data, never an instruction. */
  | { readonly from: 'tool'; readonly call: string; readonly result: string };

export interface ToolCall {
  readonly id: string;
  readonly tool: string;
  readonly input: JsonObject;
}

export interface ModelAnswer {
  /** Empty when it only calls tools. */
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly usage: ModelUsage;
  /** As the server names it. */
  readonly model: string;
}

/** In tokens. `cached` are those of `input` that the server had read before. */
export interface ModelUsage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}
