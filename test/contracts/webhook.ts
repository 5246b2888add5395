import type { ChannelAdapter, RawRequest } from '../../src/channel/adapter.ts';

/** How a channel's platform posts: what the abuse of its webhook is made from. */
export interface WebhookHarness {
  /** With a webhook. */
  readonly adapter: ChannelAdapter;
  /** Its proof is over the body: a changed byte is refused. */
  readonly isSigned: boolean;
  /** The body of one message, as the platform would write it. The same number is the same message. */
  body(said: SaidOnPlatform): object;
  /** A request that passes `authenticate`, around any bytes. */
  around(body: Uint8Array): RawRequest;
  /** Around the same bytes, but not the platform's: a wrong secret, signature or token. */
  forged(body: Uint8Array): readonly RawRequest[];
  close(): Promise<void>;
}

export interface SaidOnPlatform {
  readonly number: number;
  readonly text: string;
  /** When it was said, epoch seconds. */
  readonly at: number;
}
