import type { MediaKind } from '../channel/media.ts';

export interface MediaLimits {
  /** Bytes of one file; counted while they stream in. */
  readonly mostBytes: Readonly<Record<MediaKind, number>>;
  /** How long one attempt to fetch a file may take. */
  readonly fetchMs: number;
  /** The pauses before further attempts; one attempt more than there are pauses. */
  readonly pausesMs: readonly number[];
  /** How long reading it may take. */
  readonly readMs: number;
  /** Files that are read at the same time in this process: each may stand whole in memory. */
  readonly atOnce: number;
  /** Outages of a model in a row after which it is not asked for `restMs`. */
  readonly mostOutages: number;
  readonly restMs: number;
}

const mebibyte = 1024 * 1024;

/**
 * 16 MB is WhatsApp's for audio and video (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media), 20 MB what
 * Telegram hands out (https://core.telegram.org/bots/api#getfile), and 25 MB what OpenAI listens to.
 */
export const usualMediaLimits: MediaLimits = {
  mostBytes: {
    image: 10 * mebibyte,
    sticker: mebibyte,
    voice: 16 * mebibyte,
    video: 20 * mebibyte,
    document: 20 * mebibyte,
  },
  fetchMs: 60_000,
  pausesMs: [1_000, 4_000],
  readMs: 90_000,
  atOnce: 8,
  mostOutages: 5,
  restMs: 60_000,
};

/** More would only cost time: it is what the engine reads of a text. */
export const mostHeard = 8_000;
