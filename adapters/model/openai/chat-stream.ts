import { z } from 'zod';
import type { ModelRequest } from '../../../src/assistant/language-model.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import type { Collected, RawCall } from './collected-answer.ts';

/** https://platform.openai.com/docs/api-reference/chat-streaming; the client's types are a promise of the server, not a fact. */
const chunkSchema = z.object({
  model: z.string().nullish(),
  choices: z.array(
    z.object({
      delta: z.object({
        content: z.string().nullish(),
        refusal: z.string().nullish(),
        tool_calls: z
          .array(
            z.object({
              index: z.int().min(0).max(100),
              id: z.string().nullish(),
              function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
            }),
          )
          .nullish(),
      }),
      finish_reason: z.string().nullish(),
    }),
  ),
  usage: z
    .object({
      prompt_tokens: z.number(),
      completion_tokens: z.number(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    })
    .nullish(),
});
type Chunk = z.output<typeof chunkSchema>;
type Delta = Chunk['choices'][number]['delta'];

/** Resolves with what came, once the server has said that it was all. */
export async function readChatStream(stream: AsyncIterable<unknown>, { onText }: ModelRequest): Promise<Collected> {
  let text = '';
  let end: string | null = null;
  let last: Pick<Collected, 'usage' | 'model'> = { usage: null, model: null };
  const calls = new Map<number, RawCall>();
  for await (const raw of stream) {
    const chunk = readChunk(raw);
    last = { usage: usageOf(chunk) ?? last.usage, model: chunk.model ?? last.model };
    const choice = chunk.choices[0];
    if (choice === undefined) continue;
    text += choice.delta.content ?? '';
    if (choice.delta.content) onText?.(text);
    collectCalls(calls, choice.delta);
    end = choice.finish_reason ?? end;
  }
  endOf(end);
  return { ...last, text, calls: [...calls.values()] };
}

function readChunk(raw: unknown): Chunk {
  const read = chunkSchema.safeParse(raw);
  if (!read.success) throw new ModelError('MODEL_FAILED');
  if (read.data.choices[0]?.delta.refusal) throw new ModelError('MODEL_REFUSED');
  return read.data;
}

/** A call comes in pieces: its id and name first, its arguments bit by bit. */
function collectCalls(calls: Map<number, RawCall>, { tool_calls: parts }: Delta): void {
  for (const { index, id, function: told } of parts ?? []) {
    const before = calls.get(index) ?? { id: '', name: '', input: '' };
    const name = before.name + (told?.name ?? '');
    calls.set(index, { id: id || before.id, name, input: before.input + (told?.arguments ?? '') });
  }
}

function endOf(reason: string | null): void {
  if (reason === 'stop' || reason === 'tool_calls') return;
  throw new ModelError(reason === 'content_filter' ? 'MODEL_REFUSED' : 'MODEL_CUT');
}

/** Servers that count nothing say 0. */
function usageOf({ usage }: Chunk): Collected['usage'] {
  if (!usage || usage.prompt_tokens === 0) return null;
  const { prompt_tokens: input, completion_tokens: output, prompt_tokens_details: details } = usage;
  return { input, output, cached: details?.cached_tokens ?? 0 };
}
