export const mediaKinds = ['image', 'voice', 'video', 'document', 'sticker'] as const;

/** `voice` is anything to be listened to. */
export type MediaKind = (typeof mediaKinds)[number];

/** A file that a channel brings, as it streams in. */
export type MediaFile =
  | {
      readonly result: 'file';
      /** As the platform says; not to be trusted. */
      readonly mediaType: string | null;
      /** Bytes, as the platform says; `null` when it does not. */
      readonly size: number | null;
      /** Must be read to its end or left with `return()`. */
      readonly body: AsyncIterable<Uint8Array>;
    }
  /** It is not there (any more), or is larger than the platform hands out. */
  | { readonly result: 'gone'; readonly reason: string };

/** Why a file could not be read. */
export type Unread = 'cannot-listen' | 'cannot-see' | 'cannot-read' | 'too-large' | 'did-not-come';
