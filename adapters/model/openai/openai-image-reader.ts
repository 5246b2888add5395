import { z } from 'zod';
import { ModelError } from '../../../src/assistant/model-error.ts';
import type { ImageReader, Picture } from '../../../src/media/image-reader.ts';
import { createAskModel, type ModelServer } from './ask-model.ts';
import { lookAt, nothingSeen } from './looking.ts';
import { wholeFile } from './whole-file.ts';

export interface ImageReaderConfig extends ModelServer {
  readonly model: string;
  /** BCP 47: what the catalogue is written in, so that what is seen can be searched for. */
  readonly locale: string;
}

/** https://platform.openai.com/docs/guides/images-vision */
const types = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** Sent as text within a request, it grows by a third. */
const mostBytes = 10 * 1024 * 1024;

/** Enough for the longest answer that is asked for, with what a model thinks before it. */
const mostTokens = 1_000;

/** A chat model that sees, at OpenAI or any server with the same interface. Rejects with `ModelError`. */
export function createOpenaiImageReader({ model, locale, ...server }: ImageReaderConfig): ImageReader {
  const ask = createAskModel(server);
  return {
    takes: ({ mediaType, bytes }) => types.includes(mediaType) && bytes <= mostBytes,
    async describe(picture) {
      const messages = lookAt(picture, { url: await dataUrl(picture), locale });
      const request = { model, messages, max_completion_tokens: mostTokens };
      return seen(await ask((client, options) => client.chat.completions.create(request, options)));
    },
  };
}

async function dataUrl(picture: Picture): Promise<string> {
  return `data:${picture.mediaType};base64,${(await wholeFile(picture)).toString('base64')}`;
}

/** The declared type is a promise of the server, not a fact. */
const answerSchema = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string().nullish() }) })]).rest(z.unknown()),
});

function seen(answer: unknown): string | null {
  const read = answerSchema.safeParse(answer);
  if (!read.success) throw new ModelError('MODEL_FAILED');
  const words = read.data.choices[0].message.content?.trim() ?? '';
  if (words === '') throw new ModelError('MODEL_EMPTY');
  return words.replace(/\W+$/u, '') === nothingSeen ? null : words;
}
