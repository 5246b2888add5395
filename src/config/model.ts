import { z } from 'zod';
import { type AssistantLimits, usualAssistantLimits } from '../assistant/assistant-parts.ts';

/** A server with OpenAI's interface. Shoppers' messages, recordings and pictures are sent to it. */
export interface ModelSettings {
  readonly apiKey: string;
  /** With its version, e.g. `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** `null`: nobody listens. */
  readonly transcriptionModel: string | null;
  /** `null`: nobody looks. */
  readonly visionModel: string | null;
  /** `null`: nobody answers beside flows, pages and search. */
  readonly assistant: AssistantSettings | null;
}

export interface AssistantSettings {
  readonly model: string;
  /** Which of the server's two interfaces is spoken. */
  readonly api: 'chat' | 'responses';
  readonly limits: AssistantLimits;
}

const modelName = z.string().max(200);

const count = (variable: string, { from, to, usual }: { from: number; to: number; usual: number }) => {
  const mend = `${variable} must be a whole number from ${from} to ${to}`;
  return z.coerce.number(mend).int(mend).min(from, mend).max(to, mend).default(usual);
};
const { steps, seconds, tokens, answerTokens } = usualAssistantLimits;

export const modelVariables = {
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z
    .url({
      protocol: /^https?$/u,
      error: 'OPENAI_BASE_URL must be an address with its version, for example https://api.openai.com/v1',
    })
    .default('https://api.openai.com/v1'),
  OPENAI_TRANSCRIPTION_MODEL: modelName.default('gpt-4o-mini-transcribe'),
  OPENAI_VISION_MODEL: modelName.default('gpt-5.4-mini'),
  OPENAI_CHAT_MODEL: modelName.default('gpt-5.4-mini'),
  OPENAI_API: z.enum(['chat', 'responses'], 'OPENAI_API must be chat or responses').default('chat'),
  PARLEY_ASSISTANT_STEPS: count('PARLEY_ASSISTANT_STEPS', { from: 1, to: 20, usual: steps }),
  PARLEY_ASSISTANT_SECONDS: count('PARLEY_ASSISTANT_SECONDS', { from: 1, to: 120, usual: seconds }),
  PARLEY_ASSISTANT_TOKENS_PER_MESSAGE: count('PARLEY_ASSISTANT_TOKENS_PER_MESSAGE', {
    from: 1_000,
    to: 1_000_000,
    usual: tokens,
  }),
  PARLEY_ASSISTANT_TOKENS_PER_ANSWER: count('PARLEY_ASSISTANT_TOKENS_PER_ANSWER', {
    from: 100,
    to: 100_000,
    usual: answerTokens,
  }),
};

const variables = z.object(modelVariables);

/** `null`: there is no model. */
export function modelSettings(set: z.output<typeof variables>): ModelSettings | null {
  if (set.OPENAI_API_KEY === undefined) return null;
  return {
    apiKey: set.OPENAI_API_KEY,
    baseUrl: set.OPENAI_BASE_URL.replace(/\/+$/u, ''),
    transcriptionModel: named(set.OPENAI_TRANSCRIPTION_MODEL),
    visionModel: named(set.OPENAI_VISION_MODEL),
    assistant: assistantSettings(set),
  };
}

function assistantSettings(set: z.output<typeof variables>): AssistantSettings | null {
  const model = named(set.OPENAI_CHAT_MODEL);
  if (model === null) return null;
  const limits = {
    steps: set.PARLEY_ASSISTANT_STEPS,
    seconds: set.PARLEY_ASSISTANT_SECONDS,
    tokens: set.PARLEY_ASSISTANT_TOKENS_PER_MESSAGE,
    answerTokens: set.PARLEY_ASSISTANT_TOKENS_PER_ANSWER,
  };
  return { model, api: set.OPENAI_API, limits };
}

function named(model: string): string | null {
  return model === 'none' ? null : model;
}
