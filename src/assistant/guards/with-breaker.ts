import { type BreakerParts, createBreaker } from '../breaker.ts';
import type { LanguageModel } from '../language-model.ts';

/** Rejects with `MODEL_RESTING` while the model rests: each process finds out for itself. */
export function withBreaker(model: LanguageModel, parts: BreakerParts): LanguageModel {
  const through = createBreaker(parts);
  return { ask: (request) => through(() => model.ask(request)) };
}
