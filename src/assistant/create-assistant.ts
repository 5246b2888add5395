import type { ActionContext } from '../actions/action.ts';
import { startTimer, within } from '../actions/time-limit.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { AssistantAnswer, AssistantQuestion } from './assistant.ts';
import type { AssistantParts } from './assistant-parts.ts';
import { judge } from './judge.ts';
import type { ModelMessage } from './language-model.ts';
import { ModelError } from './model-error.ts';
import { messagesFor } from './situation.ts';
import { type Asking, askModel, begin, callTools } from './talk.ts';

export interface Assistant {
  /** How long it may take. */
  readonly seconds: number;
  /** Never rejects; within the time there is. Refuses with over-budget, unavailable, not-grounded, flagged. */
  ask(question: AssistantQuestion, context: ActionContext): Promise<AssistantAnswer | Refusal>;
}

export function createAssistant(parts: AssistantParts): Assistant {
  return {
    seconds: parts.limits.seconds,
    async ask(question, context) {
      const stop = new AbortController();
      const limit = { timer: parts.timer ?? startTimer, ms: parts.limits.seconds * 1000 };
      try {
        const answer = await within(limit, () => converse(parts, { question, context, signal: stop.signal }));
        return answer === 'late' ? { refused: 'unavailable' } : answer.value;
      } catch (error) {
        return { refused: refusalOf(error) };
      } finally {
        stop.abort();
      }
    },
  };
}

function refusalOf(error: unknown): string {
  if (!(error instanceof ModelError)) return 'unavailable';
  if (error.code === 'MODEL_FLAGGED') return 'flagged';
  return error.code === 'MODEL_BUDGET_SPENT' ? 'over-budget' : 'unavailable';
}

async function converse(parts: AssistantParts, asking: Asking): Promise<AssistantAnswer | Refusal> {
  const talk = await begin(parts, asking);
  const { question, context } = asking;
  const messages: ModelMessage[] = [...messagesFor(question, await parts.memory(context), context.locale)];
  let spent = 0;
  let tried = false;
  for (let step = 0; step < parts.limits.steps; step += 1) {
    const last = tried || step === parts.limits.steps - 1;
    const answer = await askModel(parts, { talk, messages, step, last });
    spent += answer.usage.input + answer.usage.output;
    messages.push({ from: 'model', text: answer.text, calls: answer.calls });
    if (answer.calls.length > 0) messages.push(...(await callTools(parts, talk, answer)));
    else {
      const judged = judge(parts, talk, answer);
      if ('answer' in judged) return judged.answer;
      const { conversation, key } = context;
      await parts.noteRefused?.({ conversation, key: `${key}:${step}` }, judged.problems);
      if (tried) return { refused: judged.refused };
      tried = true;
      messages.push({ from: 'shopper', text: judged.again });
    }
    if (spent > parts.limits.tokens) return { refused: 'over-budget' };
  }
  return { refused: 'unavailable' };
}
