import type { ReadableFile } from './transcriber.ts';

/** Says what is to be seen in a picture, as a shopper would ask for it. */
export interface ImageReader {
  /** Whether it can look at files of this type and size. */
  takes(file: Pick<ReadableFile, 'mediaType' | 'bytes'>): boolean;
  /** `null` when there is nothing to be said of it. Rejects when it cannot tell: then nobody knows. */
  describe(picture: Picture): Promise<string | null>;
}

export interface Picture extends ReadableFile {
  /** What is meant by a sticker is not what it shows. */
  readonly kind: 'image' | 'sticker';
  /** What the shopper wrote under it. */
  readonly caption?: string;
}
