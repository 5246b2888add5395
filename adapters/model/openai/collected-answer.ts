import type { ModelAnswer, ModelRequest, ModelUsage, ToolCall } from '../../../src/assistant/language-model.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { isObject, type JsonObject } from '../../../src/storage/json.ts';

/** What a stream has brought. */
export interface Collected {
  readonly text: string;
  readonly calls: readonly RawCall[];
  /** `null`: the server does not tell. */
  readonly usage: ModelUsage | null;
  readonly model: string | null;
}

export interface RawCall {
  readonly id: string;
  readonly name: string;
  /** JSON, or what the server takes for it. */
  readonly input: string;
}

interface Asked {
  readonly request: ModelRequest;
  readonly model: string;
}

/** The answer, once it is known to be whole. Throws `ModelError`. */
export function finishAnswer({ text, calls, usage, model }: Collected, asked: Asked): ModelAnswer {
  if (text.trim() === '' && calls.length === 0) throw new ModelError('MODEL_EMPTY');
  const read = calls.map(readCall);
  return { text, calls: read, usage: usage ?? guessUsage(asked.request, { text, calls }), model: model ?? asked.model };
}

function readCall({ id, name, input }: RawCall): ToolCall {
  if (id === '' || name === '') throw new ModelError('MODEL_FAILED');
  return { id, tool: name, input: readInput(input) };
}

/** Tools that take nothing are called with nothing by some servers. */
function readInput(input: string): JsonObject {
  try {
    const read: unknown = JSON.parse(input.trim() === '' ? '{}' : input);
    if (isObject(read)) return read as JsonObject;
  } catch {
    // Told below.
  }
  throw new ModelError('MODEL_FAILED');
}

/** Too many rather than too few: three bytes a token, where English has about four and Hindi six. */
function guessUsage({ instructions, tools, messages }: ModelRequest, answer: object): ModelUsage {
  return { input: guessTokens({ instructions, tools, messages }), cached: 0, output: guessTokens(answer) };
}

function guessTokens(sent: object): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(sent)) / 3);
}
