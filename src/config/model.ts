import { z } from 'zod';

/** A server with OpenAI's interface. Shoppers' recordings and pictures are sent to it. */
export interface ModelSettings {
  readonly apiKey: string;
  /** With its version, e.g. `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** `null`: nobody listens. */
  readonly transcriptionModel: string | null;
  /** `null`: nobody looks. */
  readonly visionModel: string | null;
}

const modelName = z.string().max(200);

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
  };
}

function named(model: string): string | null {
  return model === 'none' ? null : model;
}
