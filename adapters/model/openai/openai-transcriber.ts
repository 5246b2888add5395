import { toFile } from 'openai';
import { ModelError } from '../../../src/assistant/model-error.ts';
import type { Transcriber } from '../../../src/media/transcriber.ts';
import { isObject } from '../../../src/storage/json.ts';
import { createAskModel, type ModelServer } from './ask-model.ts';
import { wholeFile } from './whole-file.ts';

export interface TranscriberConfig extends ModelServer {
  readonly model: string;
}

/** What it listens to, and the ending by which it tells: https://platform.openai.com/docs/guides/speech-to-text */
const endings: Readonly<Record<string, string>> = {
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** 25 MB, by the same page. */
const mostBytes = 25 * 1024 * 1024;

/** OpenAI's transcription, or that of any server with the same interface. Rejects with `ModelError`. */
export function createOpenaiTranscriber({ model, ...server }: TranscriberConfig): Transcriber {
  const ask = createAskModel(server);
  return {
    takes: ({ mediaType, bytes }) => mediaType in endings && bytes <= mostBytes,
    async transcribe(audio) {
      const { mediaType } = audio;
      const file = await toFile(await wholeFile(audio), `recording.${endings[mediaType]}`, { type: mediaType });
      const answer = await ask((client, options) => client.audio.transcriptions.create({ model, file }, options));
      return spoken(answer);
    },
  };
}

/** The declared type is a promise of the server, not a fact. */
function spoken(answer: unknown): string {
  const text = isObject(answer) ? answer['text'] : null;
  if (typeof text !== 'string') throw new ModelError('MODEL_FAILED');
  if (text.trim() === '') throw new ModelError('MODEL_EMPTY');
  return text;
}
