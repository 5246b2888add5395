import type { JsonObject } from '../storage/json.ts';

/** An expected no. The word is one a flow can test: `{% if added.refused == 'out-of-stock' %}`. */
export interface Refusal {
  readonly refused: string;
  readonly details?: JsonObject;
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string';
}
