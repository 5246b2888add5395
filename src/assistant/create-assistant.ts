import type { ActionContext } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import { startTimer, type TimeLimit, within } from '../actions/time-limit.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { Book } from '../dialog/book.ts';
import { answerShape, type ReadAnswer, readAnswer } from './answer-shape.ts';
import type { AssistantAnswer, AssistantQuestion } from './assistant.ts';
import { heldCommands } from './check-commands.ts';
import { textSoFar, wholeSentences } from './draft.ts';
import { createFindings, type FindingsBook } from './findings.ts';
import type { Ground } from './grounding/claim.ts';
import { fold } from './grounding/fold.ts';
import { ground } from './grounding/ground.ts';
import { mends, type Problem } from './grounding/problem.ts';
import { instructionsFor } from './instructions.ts';
import type { LanguageModel, ModelAnswer, ModelMessage, ModelTool } from './language-model.ts';
import type { Memory } from './memory.ts';
import { ModelError } from './model-error.ts';
import { messagesFor } from './situation.ts';
import { assistantTools, runTool } from './tools.ts';

export interface AssistantLimits {
  /** Times the model is asked for one message, tools and a second try among them. */
  readonly steps: number;
  /** For the whole of it. */
  readonly seconds: number;
  /** Read and written for one message, over all steps. */
  readonly tokens: number;
  /** Of one answer. */
  readonly answerTokens: number;
}

export const usualAssistantLimits: AssistantLimits = { steps: 5, seconds: 20, tokens: 40_000, answerTokens: 2_000 };

export interface AssistantParts {
  readonly model: LanguageModel;
  readonly registry: () => ActionRegistry;
  readonly book: () => Pick<Book, 'flows' | 'shop'>;
  readonly memory: (context: ActionContext) => Promise<Memory>;
  readonly limits: AssistantLimits;
  readonly timer?: TimeLimit['timer'];
}

export interface Assistant {
  /** How long it may take. */
  readonly seconds: number;
  /** Never rejects; within the time there is. Refuses with over-budget, unavailable, not-grounded. */
  ask(question: AssistantQuestion, context: ActionContext): Promise<AssistantAnswer | Refusal>;
}

/** Calls of tools that one answer may hold. */
const mostCalls = 4;

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
  return error instanceof ModelError && error.code === 'MODEL_BUDGET_SPENT' ? 'over-budget' : 'unavailable';
}

interface Asking {
  readonly question: AssistantQuestion;
  readonly context: ActionContext;
  readonly signal: AbortSignal;
}

/** What a conversation with the model has come to. */
interface Talk extends Asking {
  readonly instructions: string;
  readonly tools: readonly ModelTool[];
  readonly findings: FindingsBook;
  readonly ground: Ground;
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
      if (tried) return { refused: judged.refused };
      tried = true;
      messages.push({ from: 'shopper', text: judged.again });
    }
    if (spent > parts.limits.tokens) return { refused: 'over-budget' };
  }
  return { refused: 'unavailable' };
}

async function begin(parts: AssistantParts, asking: Asking): Promise<Talk> {
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
    ground: { findings, said: fold(question.text), brands, names, secret, timeZone },
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

function askModel({ model, limits }: AssistantParts, { talk, messages, step, last }: Step): Promise<ModelAnswer> {
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
    onText: (soFar) => show(soFar, talk),
    signal,
  });
}

/** Whole sentences that hold, and no others. */
function show(soFar: string, { context, ground: on, signal }: Talk): void {
  const text = wholeSentences(textSoFar(soFar) ?? '');
  if (text === '' || signal.aborted || context.draft === undefined) return;
  const grounded = ground(text, on);
  if (grounded.holds) context.draft(grounded.text);
}

async function callTools(parts: AssistantParts, talk: Talk, { calls }: ModelAnswer): Promise<readonly ModelMessage[]> {
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

type Judged = { readonly answer: AssistantAnswer } | { readonly again: string; readonly refused: string };

function judge(parts: AssistantParts, talk: Talk, { text }: ModelAnswer): Judged {
  const read = readAnswer(text);
  if (read === null)
    return { again: correction('your answer is not the JSON object that was asked for'), refused: 'unavailable' };
  const grounded = ground(read.text, talk.ground);
  if (!grounded.holds) return { again: correction(reasons(grounded.problems)), refused: 'not-grounded' };
  const answer = answerOf(parts, talk, { read, grounded });
  if (answer.text !== '' || answer.commands.length > 0) return { answer };
  return { again: correction('no command of yours is possible, and there is no text'), refused: 'not-grounded' };
}

interface Checked {
  readonly read: ReadAnswer;
  readonly grounded: { readonly text: string; readonly products: readonly string[] };
}

/** More cards than this are a list, and the shop has flows for lists. */
const mostCards = 10;

function answerOf(parts: AssistantParts, { question, findings }: Talk, { read, grounded }: Checked): AssistantAnswer {
  const held = heldCommands(read.commands, { book: parts.book(), question });
  const commands = held.filter(({ command }) => command !== 'answer' || grounded.text !== '');
  const views = grounded.products.slice(0, mostCards).flatMap((handle) => findings.products.get(handle) ?? []);
  return { commands, text: grounded.text, products: views };
}

/** It goes to the model alone. */
function correction(reason: string): string {
  return JSON.stringify({ refused: reason, do: 'Answer again with the JSON object, without these mistakes.' });
}

function reasons(problems: readonly Problem[]): string {
  return problems
    .slice(0, 6)
    .map(({ code, words }) => `${JSON.stringify(words.slice(0, 120))}: ${mends[code]}`)
    .join('; ');
}
