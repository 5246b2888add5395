import type { ActionContext } from '../actions/action.ts';
import { viewOf } from '../actions/catalog-product.ts';
import type { Outcome } from '../dialog/event.ts';
import type { JsonObject } from '../storage/json.ts';
import type { ScriptedAnswer } from './conversation-test.ts';

/** What actions come to in the next turn, as the test wants it. */
export interface Script {
  fails(action: string): void;
  assistantAnswers(answer: ScriptedAnswer): void;
  clear(): void;
  /** `null`: what the action itself does. */
  outcome(action: string, context: ActionContext): Promise<Outcome | null>;
}

export function createScript(): Script {
  const failing = new Set<string>();
  let answer: ScriptedAnswer | null = null;
  return {
    fails: (action) => void failing.add(action),
    assistantAnswers: (answers) => {
      answer = answers;
    },
    clear() {
      failing.clear();
      answer = null;
    },
    async outcome(action, context) {
      if (failing.has(action)) return { result: 'failed', code: 'REHEARSED' };
      if (action !== 'assistant.ask') return null;
      return answer ? { result: 'returned', value: await spoken(answer, context) } : silent;
    },
  };
}

const silent: Outcome = { result: 'refused', reason: 'unavailable' };

async function spoken({ text, commands, products }: ScriptedAnswer, { catalog }: ActionContext): Promise<JsonObject> {
  const found = await catalog.products(products);
  // Views are JSON by the schema of the actions that return them.
  return { text, commands, products: found.map((product) => viewOf(product)) as unknown as readonly JsonObject[] };
}
