import type { ImageReader } from '../../../src/media/image-reader.ts';
import type { Transcriber } from '../../../src/media/transcriber.ts';
import type { ModelServer } from './ask-model.ts';
import { createOpenaiImageReader } from './openai-image-reader.ts';
import { createOpenaiTranscriber } from './openai-transcriber.ts';

export interface ReaderSettings extends ModelServer {
  /** `null`: nobody listens. */
  readonly transcriptionModel: string | null;
  /** `null`: nobody looks. */
  readonly visionModel: string | null;
  readonly locale: string;
}

export interface Readers {
  readonly transcriber: Transcriber | null;
  readonly imageReader: ImageReader | null;
}

/** Who listens and who looks, as the settings name them. */
export function createOpenaiReaders({ transcriptionModel, visionModel, locale, ...server }: ReaderSettings): Readers {
  return {
    transcriber: transcriptionModel === null ? null : createOpenaiTranscriber({ ...server, model: transcriptionModel }),
    imageReader: visionModel === null ? null : createOpenaiImageReader({ ...server, model: visionModel, locale }),
  };
}
