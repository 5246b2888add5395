import type { Clock } from '../../runtime/clock.ts';
import { errorCode, type Log } from '../../runtime/log.ts';
import type { Store, Stored } from '../../storage/store.ts';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../language-model.ts';
import { ModelError } from '../model-error.ts';
import { callBody, callId, keptRequest, type ModelCall, modelCallOf } from './model-call.ts';
import { costOf, type ModelPrices } from './model-prices.ts';
import { createPromptKeeper } from './model-prompt.ts';
import { createPruner } from './prune.ts';

export interface LedgerParts {
  readonly store: Pick<Store, 'get' | 'find' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly prices: ModelPrices;
}

/** How long calls are kept. */
export const keptDays = 30;
const keptMs = keptDays * 86_400_000;

/**
 * Keeps every call for the merchant: what was sent, what came back or why nothing did, tokens, time and cost. A question that the same
 * turn has asked before, and that was answered, is answered out of it: a turn that is taken again after a conflict or a crash does not
 * pay twice. An answer that cannot be kept is given all the same.
 */
export function withLedger(model: LanguageModel, parts: LedgerParts): LanguageModel {
  const pruneCalls = createPruner(parts, 'model-call', (now) => ({ at: { below: now - keptMs } }));
  const prunePrompts = createPruner(parts, 'model-prompt', (now) => ({ usedAt: { below: now - 2 * keptMs } }));
  const keepPrompt = createPromptKeeper(parts);
  return {
    async ask(request) {
      const id = callId(request);
      const before = await seen(parts, id);
      const known = before && answerOf(modelCallOf(before));
      if (known) return known;
      const { answer, error, call } = await made(model, parts, request);
      const keeping = {
        id,
        revision: before?.revision ?? 0,
        call,
        keepPrompt: () => keepPrompt(call.request.prompt, request),
      };
      const stands = await kept(parts, keeping);
      await pruneCalls();
      await prunePrompts();
      if (answer === null) throw error;
      return stands ?? answer;
    },
  };
}

/** A ledger that cannot be read costs a question twice at worst. */
function seen({ store, log }: LedgerParts, id: string): Promise<Stored | null> {
  return store.get('model-call', id).catch((error: unknown) => {
    log.warn('MODEL_CALL_UNSEEN', { code: errorCode(error) });
    return null;
  });
}

function answerOf({ answer, model, usage }: ModelCall): ModelAnswer | null {
  return answer !== null && model !== null && usage !== null ? { ...answer, model, usage } : null;
}

interface Made {
  readonly answer: ModelAnswer | null;
  readonly error: unknown;
  readonly call: ModelCall;
}

async function made(model: LanguageModel, parts: LedgerParts, request: ModelRequest): Promise<Made> {
  const { clock } = parts;
  const at = clock.now();
  const { conversation, customer } = request.asker;
  const asked = { conversation, customer, at, purpose: request.purpose, request: keptRequest(request) };
  try {
    const answer = await model.ask(request);
    const { text, calls } = answer;
    const call = { ...asked, answer: { text, calls }, error: null, ...spent(parts, answer), ms: clock.now() - at };
    return { answer, error: null, call };
  } catch (error) {
    const used = error instanceof ModelError ? error.used : null;
    const call = { ...asked, answer: null, error: errorCode(error), ...spent(parts, used), ms: clock.now() - at };
    return { answer: null, error, call };
  }
}

function spent(
  { prices }: LedgerParts,
  used: Pick<ModelAnswer, 'model' | 'usage'> | null,
): Pick<ModelCall, 'model' | 'usage' | 'micros' | 'currency'> {
  const { currency } = prices;
  if (used === null) return { model: null, usage: null, micros: null, currency };
  return { model: used.model, usage: used.usage, micros: costOf(prices, used), currency };
}

interface Keeping {
  readonly id: string;
  readonly revision: number;
  readonly call: ModelCall;
  readonly keepPrompt: () => Promise<void>;
}

/** The answer that another process has kept for the same question meanwhile: both of them must go on with the same. */
async function kept(
  { store, log }: LedgerParts,
  { id, revision, call, keepPrompt }: Keeping,
): Promise<ModelAnswer | null> {
  try {
    await keepPrompt();
    const write = { kind: 'model-call', id, revision, body: callBody(call) } as const;
    if ((await store.commit([write])) === 'committed') return null;
    const theirs = await store.get('model-call', id);
    return theirs && answerOf(modelCallOf(theirs));
  } catch (error) {
    log.error('MODEL_CALL_NOT_KEPT', { code: errorCode(error) });
    return null;
  }
}
