/** A file that has been kept, for a model to read. */
export interface ReadableFile {
  /** As its bytes say, without parameters. */
  readonly mediaType: string;
  readonly bytes: number;
  /** Streams it from its beginning, each time anew. */
  open(): AsyncIterable<Uint8Array>;
}

/** Writes down what is said in a recording. */
export interface Transcriber {
  /** Whether it can listen to files of this type and size. */
  takes(file: Pick<ReadableFile, 'mediaType' | 'bytes'>): boolean;
  /** In the language that is spoken; `null` when nothing is said. Rejects when it cannot tell: then nobody knows. */
  transcribe(audio: ReadableFile): Promise<string | null>;
}
