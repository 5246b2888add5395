import { errorCode, type Log } from '../../runtime/log.ts';
import type { LanguageModel, ModelRequest } from '../language-model.ts';
import { ModelError, type UsedInVain } from '../model-error.ts';
import { wordsIn } from './json-text.ts';
import type { Moderation } from './moderation.ts';

export interface ModerationParts {
  readonly moderation: Moderation;
  readonly log: Log;
  /** What happens when moderation itself is away: `go-on` without it, or `refuse`. */
  readonly whenDown: 'go-on' | 'refuse';
}

/**
 * What a shopper wrote is looked at before the model reads it, and what the model wrote before the shopper does: so nothing is shown
 * while it is being written. Rejects with `MODEL_FLAGGED`, and with `MODERATION_DOWN` where the shop wants no answer without it.
 */
export function withModeration(model: LanguageModel, parts: ModerationParts): LanguageModel {
  return {
    async ask({ onText, ...request }) {
      if (request.purpose === 'summary') return await model.ask(request);
      const { signal } = request;
      await pass(parts, { text: justWritten(request), of: 'shopper', signal, used: null });
      const answer = await model.ask(request);
      await pass(parts, { text: wordsIn(answer.text).join('\n'), of: 'answer', signal, used: answer });
      if (answer.text !== '') onText?.(answer.text);
      return answer;
    },
  };
}

/** What the shopper wrote last, when it is what the model is to answer: later steps of a turn end in what a tool returned. Words stand last in it. */
function justWritten({ messages }: Pick<ModelRequest, 'messages'>): string {
  const last = messages.at(-1);
  return last?.from === 'shopper' ? (wordsIn(last.text).at(-1) ?? '') : '';
}

interface Looked {
  readonly text: string;
  readonly of: 'shopper' | 'answer';
  readonly signal: AbortSignal;
  /** Paid for, whether it passes or not. */
  readonly used: UsedInVain | null;
}

async function pass(parts: ModerationParts, { text, of, signal, used }: Looked): Promise<void> {
  if (text.trim() === '') return;
  const found = await looked(parts, text, signal);
  if (found === 'ok') return;
  if (found === 'down') throw new ModelError('MODERATION_DOWN', { used: used && justUsed(used) });
  parts.log.info('MODEL_FLAGGED', { of, why: found.flagged });
  throw new ModelError('MODEL_FLAGGED', { used: used && justUsed(used) });
}

/** An error must not carry the answer's words. */
function justUsed({ model, usage }: UsedInVain): UsedInVain {
  return { model, usage };
}

async function looked(
  { moderation, log, whenDown }: ModerationParts,
  text: string,
  signal: AbortSignal,
): Promise<'ok' | 'down' | { readonly flagged: string }> {
  try {
    return await moderation.check(text, signal);
  } catch (error) {
    log.warn('MODERATION_DOWN', { code: errorCode(error) });
    return whenDown === 'go-on' ? 'ok' : 'down';
  }
}
