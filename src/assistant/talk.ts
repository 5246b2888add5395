import type { ActionContext } from '../actions/action.ts';
import { answerShape } from './answer-shape.ts';
import type { AssistantQuestion } from './assistant.ts';
import type { AssistantParts } from './assistant-parts.ts';
import { textSoFar, wholeSentences } from './draft.ts';
import { createFindings, type FindingsBook } from './findings.ts';
import type { Ground } from './grounding/claim.ts';
import { fold } from './grounding/fold.ts';
import { ground } from './grounding/ground.ts';
import { instructionsFor } from './instructions.ts';
import type { ModelAnswer, ModelMessage, ModelTool } from './language-model.ts';
import { assistantTools, runTool } from './tools.ts';

export interface Asking {
  readonly question: AssistantQuestion;
  readonly context: ActionContext;
  readonly signal: AbortSignal;
}

/** What a conversation with the model has come to. */
export interface Talk extends Asking {
  readonly instructions: string;
  readonly tools: readonly ModelTool[];
  readonly findings: FindingsBook;
  readonly ground: Ground;
}

/** Calls of tools that one answer may hold. */
const mostCalls = 4;

/** Rejects with nothing: what it needs is at hand. */
export async function begin(parts: AssistantParts, asking: Asking): Promise<Talk> {
  const { question, context } = asking;
  const book = parts.book();
  const instructions = instructionsFor(book);
  const { timeZone, name } = context.shop;
  const findings = createFindings({ locale: context.locale, timeZone });
  const brands = Object.keys((await vocabularyOf(context))['brand'] ?? {});
  const secret = instructions.slice(0, instructions.indexOf('Flows:'));
  const names = [name];
  return {
    ...asking,
    instructions,
    findings,
    tools: assistantTools(parts.registry()),
    ground: {
      findings,
      said: fold(question.text),
      brands,
      names,
      secret,
      timeZone,
      synonyms: parts.synonyms?.() ?? {},
    },
  };
}

/** The catalogue's words only make the check sharper: without them it still stands. */
async function vocabularyOf({ catalog }: ActionContext): Promise<Readonly<Record<string, object>>> {
  try {
    return (await catalog.vocabulary()) as Readonly<Record<string, object>>;
  } catch {
    return {};
  }
}

interface Step {
  readonly talk: Talk;
  readonly messages: readonly ModelMessage[];
  readonly step: number;
  /** Nothing can be looked up any more: an answer is wanted. */
  readonly last: boolean;
}

/** Rejects with `ModelError`. */
export function askModel(
  { model, limits }: AssistantParts,
  { talk, messages, step, last }: Step,
): Promise<ModelAnswer> {
  const { context, signal, instructions, tools } = talk;
  const { customer, conversation, key } = context;
  return model.ask({
    instructions,
    tools: last ? [] : tools,
    messages,
    shape: answerShape,
    mostTokens: limits.answerTokens,
    asker: { customer, conversation, key: `${key}:${step}` },
    purpose: 'answer',
    onText: drafting(talk),
    signal,
  });
}

/** Shows whole sentences that hold, and no others; each once. */
function drafting({ context, ground: on, signal }: Talk): (soFar: string) => void {
  let seen = '';
  return (soFar) => {
    const text = wholeSentences(textSoFar(soFar) ?? '');
    if (text === seen || signal.aborted || context.draft === undefined) return;
    seen = text;
    const grounded = ground(text, on);
    if (grounded.holds) context.draft(grounded.text);
  };
}

/** What the tools that were called returned, for the model to read. */
export async function callTools(
  parts: AssistantParts,
  talk: Talk,
  { calls }: ModelAnswer,
): Promise<readonly ModelMessage[]> {
  const { context: given, findings } = talk;
  const { draft: _, ...context } = { ...given, stage: () => undefined };
  const results: ModelMessage[] = [];
  for (const [index, call] of calls.entries()) {
    const calling = { registry: parts.registry(), context, findings };
    const result = index < mostCalls ? await runTool(call, calling) : JSON.stringify({ failed: 'too many calls' });
    results.push({ from: 'tool', call: call.id, result });
  }
  return results;
}
