import { createHash } from 'node:crypto';
import type { JsonObject } from '../../storage/json.ts';
import type { Stored } from '../../storage/store.ts';
import type { ModelAnswer, ModelRequest, ModelUsage } from '../language-model.ts';
import { promptId } from './model-prompt.ts';

/** The body of a `model-call` document: one question to a model. */
export interface ModelCall {
  readonly conversation: string;
  readonly customer: string;
  /** When it was asked, epoch milliseconds. */
  readonly at: number;
  readonly purpose: ModelRequest['purpose'];
  readonly request: KeptRequest;
  /** `null` when there is none. */
  readonly answer: Pick<ModelAnswer, 'text' | 'calls'> | null;
  /** Why the checker let nobody see the answer: the codes of its problems. Absent: it was seen, or nobody was to see it. */
  readonly refused?: readonly string[];
  /** Why there is no answer; a code. */
  readonly error: string | null;
  /** As the server names it; `null` where it was not asked, or did not say. */
  readonly model: string | null;
  readonly usage: ModelUsage | null;
  /** Millionths of `currency`; `null` where the price is not known. */
  readonly micros: number | null;
  readonly currency: string;
  /** From the question to the answer, pauses and second attempts in it. */
  readonly ms: number;
}

/** As it was really sent; `prompt` names the `model-prompt` with instructions, tools and shape. */
export type KeptRequest = Pick<ModelRequest, 'messages' | 'mostTokens'> & { readonly prompt: string };

export function keptRequest(request: ModelRequest): KeptRequest {
  return { prompt: promptId(request), messages: request.messages, mostTokens: request.mostTokens };
}

/** The same for the same question of the same turn: what else is asked under that key is another call. What stands behind the last slash is no other call's. */
export function callId(request: ModelRequest): string {
  const asked = JSON.stringify([request.asker.key, request.purpose, keptRequest(request)]);
  return `${request.asker.key}/${createHash('sha256').update(asked).digest('base64url').slice(0, hashLength)}`;
}

const hashLength = 16;

export function modelCallOf({ body }: Pick<Stored, 'body'>): ModelCall {
  return body as unknown as ModelCall;
}

/** A call is plain JSON by construction. */
export function callBody(call: ModelCall): JsonObject {
  return JSON.parse(JSON.stringify(call)) as JsonObject;
}
