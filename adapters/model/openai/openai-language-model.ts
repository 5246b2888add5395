import type { LanguageModel, ModelAnswer, ModelRequest } from '../../../src/assistant/language-model.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { chatRequest } from './chat-request.ts';
import { readChatStream } from './chat-stream.ts';
import { asModelError, createClient } from './client.ts';
import { finishAnswer } from './collected-answer.ts';
import { responsesRequest } from './responses-request.ts';
import { readResponsesStream } from './responses-stream.ts';

export interface LanguageModelConfig {
  readonly apiKey: string;
  /** With its version, without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  /** Which of OpenAI's two interfaces the server is spoken to in. */
  readonly api: 'chat' | 'responses';
  /** Until an answer begins; what it may take in all is the request's `signal`. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 30_000;

/**
 * A chat model at OpenAI or any server with the same interface. Every answer is streamed, so that one that is cut, empty or malformed is
 * told from a whole one. It asks once: trying again is for who stands in front.
 */
export function createOpenaiModel({ model, api, timeoutMs, ...server }: LanguageModelConfig): LanguageModel {
  const client = createClient({ ...server, timeoutMs: timeoutMs ?? usualTimeoutMs, maxRetries: 0 });
  const stream = async (request: ModelRequest) => {
    const options = { signal: request.signal };
    switch (api) {
      case 'chat':
        return await readChatStream(
          await client.chat.completions.create(chatRequest(model, request), options),
          request,
        );
      case 'responses':
        return await readResponsesStream(
          await client.responses.create(responsesRequest(model, request), options),
          request,
        );
    }
  };
  return {
    async ask(request): Promise<ModelAnswer> {
      try {
        request.signal.throwIfAborted();
        return finishAnswer(await stream(request), { request, model });
      } catch (error) {
        // The client ends a stream that is given up without a word.
        throw request.signal.aborted ? new ModelError('MODEL_TIMEOUT') : asFailure(error);
      }
    },
  };
}

/** A connection that is lost in the middle of a stream comes as the fetch's own error. */
function asFailure(error: unknown): unknown {
  if (error instanceof ModelError) return error;
  const known = asModelError(error);
  return known instanceof ModelError ? known : new ModelError('MODEL_CUT');
}
