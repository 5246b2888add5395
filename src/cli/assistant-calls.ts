import colours from 'picocolors';
import { harmless } from '../../adapters/channels/terminal/spans.ts';
import { type ModelCall, modelCallOf } from '../assistant/guards/model-call.ts';
import { type ModelPrompt, readPrompts } from '../assistant/guards/model-prompt.ts';
import type { ModelMessage } from '../assistant/language-model.ts';
import type { Store, Stored } from '../storage/store.ts';
import { Failure } from './failure.ts';
import { costWords, tokenWords } from './model-cost-words.ts';

export interface KeptCall {
  readonly id: string;
  readonly call: ModelCall;
}

interface Wanted {
  readonly conversation: string | null;
  readonly last: number;
}

/** Newest first. */
export async function callsOf(
  store: Pick<Store, 'find'>,
  { conversation, last }: Wanted,
): Promise<readonly KeptCall[]> {
  const where = conversation === null ? {} : { conversation };
  const sort = { by: 'at', direction: 'down' } as const;
  return (await store.find('model-call', { where, sort, limit: last })).map(keptCall);
}

function keptCall(stored: Stored): KeptCall {
  return { id: stored.id, call: modelCallOf(stored) };
}

export function listCalls(calls: readonly KeptCall[], timeZone: string): string {
  if (calls.length === 0) return 'The language model has not been asked yet.\n';
  const cells = calls.map((kept) => row(kept, timeZone));
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((each) => each[column]?.length ?? 0))) ?? [];
  const lines = cells.map((each, index) => drawn(each, widths, calls[index]));
  return `${lines.join('')}${colours.dim('parley assistant show NUMBER · cost')}\n`;
}

/** Number, time, purpose, tokens, time it took, cost. */
function row({ id, call }: KeptCall, timeZone: string): readonly string[] {
  const took = `${(call.ms / 1000).toFixed(1)} s`;
  return [numberOf(id), timeAt(call.at, timeZone), call.purpose, tokenWords(call.usage), took, costWords(call)];
}

function drawn(cells: readonly string[], widths: readonly number[], kept: KeptCall | undefined): string {
  const padded = cells.map((cell, column) =>
    column > 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
  );
  const error = kept?.call.error ?? null;
  const refused = refusedWords(kept?.call.refused);
  const answer = `${refused === '' ? '' : `${colours.red(refused)} `}${oneLine(answerWords(kept?.call.answer ?? null))}`;
  return `${padded.join('  ')}  ${error === null ? answer : colours.red(error)}\n`;
}

function refusedWords(codes: readonly string[] = []): string {
  return codes.length === 0 ? '' : `not shown: ${codes.join(', ')}`;
}

function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function timeAt(at: number, timeZone: string): string {
  // Sweden writes times as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
}

const longest = 60;

function oneLine(text: string): string {
  const line = harmless(text).replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

function answerWords(answer: ModelCall['answer']): string {
  if (answer === null) return '';
  return [answer.text, ...answer.calls.map(({ tool, input }) => `→ ${tool} ${JSON.stringify(input)}`)].join(' ').trim();
}

/** A line is a whole call, with its id. */
export async function listCallsAsLines(store: Pick<Store, 'getMany'>, calls: readonly KeptCall[]): Promise<string> {
  const prompts = await readPrompts(
    store,
    calls.map(({ call }) => call.request.prompt),
  );
  const whole = ({ id, call }: KeptCall): object => ({
    id,
    ...call,
    request: { ...prompts.get(call.request.prompt), ...call.request },
  });
  return calls.map((kept) => `${JSON.stringify(whole(kept))}\n`).join('');
}

/** How many of the newest are looked through for a number. */
const lookedThrough = 10_000;

type Shelf = Pick<Store, 'get' | 'getMany' | 'find'>;

export async function showCall(store: Shelf, typed: string, timeZone: string): Promise<string> {
  const found = await callNamed(store, typed);
  const { prompt } = found.call.request;
  return callScreen(found, (await readPrompts(store, [prompt])).get(prompt), timeZone);
}

async function callNamed(store: Shelf, typed: string): Promise<KeptCall> {
  const whole = await store.get('model-call', typed);
  if (whole) return keptCall(whole);
  const newest = await callsOf(store, { conversation: null, last: lookedThrough });
  const found = newest.find(({ id }) => numberOf(id) === typed);
  if (found) return found;
  throw new Failure(`There is no call ${typed}. "parley assistant calls" lists them; they are kept for a while.`);
}

function callScreen({ id, call }: KeptCall, prompt: ModelPrompt | undefined, timeZone: string): string {
  const { request, answer, error, model, refused } = call;
  const head = [
    timeAt(call.at, timeZone),
    call.purpose,
    model ?? 'not answered',
    `${call.ms} ms`,
    tokenWords(call.usage),
    costWords(call),
  ];
  const tools = prompt?.tools.map(({ name }) => name).join(', ') ?? '';
  return [
    colours.bold(id),
    head.join(' · '),
    section('Instructions', prompt?.instructions ?? 'not kept'),
    tools === '' ? '' : section('Tools', tools),
    ...request.messages.map((message) => section(message.from, messageWords(message))),
    error === null
      ? section(['Answer', refusedWords(refused)].filter((part) => part !== '').join(', '), answerWords(answer))
      : section('No answer', error),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function section(title: string, text: string): string {
  const lines = harmless(text).trim().split('\n');
  return `\n${colours.bold(title)}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

function messageWords(message: ModelMessage): string {
  switch (message.from) {
    case 'shopper':
      return message.text;
    case 'model':
      return answerWords(message);
    case 'tool':
      return message.result;
  }
}
