import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../src/assistant/language-model.ts';
import { ModelError } from '../../src/assistant/model-error.ts';

/** Asks the model, and keeps each answer in the folder, one file a request, beside what was asked. */
export function recordingModel(model: LanguageModel, folder: string): LanguageModel {
  return {
    async ask(request) {
      const answer = await model.ask(request);
      await mkdir(folder, { recursive: true });
      const kept = { asked: askedIn(request), answer };
      await writeFile(join(folder, fileOf(request)), `${JSON.stringify(kept, null, 2)}\n`);
      return answer;
    },
  };
}

/** Answers as it was recorded. What was never asked, or was asked otherwise, is `MODEL_UNREACHED`. */
export function replayModel(folder: string): LanguageModel {
  return {
    async ask(request) {
      const file = join(folder, fileOf(request));
      const kept = await readFile(file, 'utf8').catch(() => {
        throw new ModelError('MODEL_UNREACHED');
      });
      const { answer } = JSON.parse(kept) as { answer: ModelAnswer };
      for (const part of growing(answer.text)) request.onText?.(part);
      return answer;
    },
  };
}

/** What an answer depends on: neither whose it is nor how long it may take. */
function askedIn({ instructions, tools, messages, shape, mostTokens, purpose }: ModelRequest) {
  return { purpose, instructions, tools, messages, shape, mostTokens };
}

function fileOf(request: ModelRequest): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(withoutCallIds(askedIn(request))))
    .digest('hex');
  return `${hash.slice(0, 16)}.json`;
}

/** A server names each call anew. */
function withoutCallIds(asked: ReturnType<typeof askedIn>): object {
  const messages = asked.messages.map((message) => {
    if (message.from === 'tool') return { ...message, call: '' };
    return message.from === 'model'
      ? { ...message, calls: message.calls.map((call) => ({ ...call, id: '' })) }
      : message;
  });
  return { ...asked, messages };
}

function growing(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / 20) }, (_, index) => text.slice(0, (index + 1) * 20));
}
