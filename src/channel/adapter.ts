import type { Capabilities } from './capabilities.ts';
import type { Address, ChannelId } from './ids.ts';
import type { InboundEvent } from './inbound.ts';
import type { RenderedPart } from './rendered-part.ts';

/** A kind of place to talk. Contract: test/contracts/channel-adapter.ts. */
export interface ChannelAdapter {
  readonly id: ChannelId;
  readonly capabilities: Capabilities;
  /** Which of the channel's conversations it reaches; all when absent. A terminal shows those of one person. */
  serves?(to: Address): boolean;
  /** Is this request really the platform's? Over the raw bytes, in constant time, before anything is parsed. */
  authenticate(request: RawRequest): Promise<Authenticated>;
  /** Pure and total: 0..n events; what it does not know becomes `unsupported`, never nothing. */
  parse(request: RawRequest): readonly InboundEvent[];
  /**
   * Shows one part. Resolves with what happened; throws only on a defect. The runtime calls it for one conversation one part
   * at a time, in order, and again with the same key after `retry` or a crash.
   */
  deliver(part: RenderedPart, to: Address, delivery: Delivery): Promise<DeliveryReceipt>;
  /** Everything that was to be said about an inbound event has been delivered, be it nothing. */
  answered?(inReplyTo: string, to: Address): void;
  /** Shows that an answer is being made; best effort. */
  typing?(to: Address): Promise<void>;
  /** Channels that poll or hold a socket instead of a webhook. `Stop` resolves when nothing more will be received. */
  listen?(receive: Receive): Promise<Stop>;
}

/** Which delivery this is; the same again after `retry` or a crash. */
export interface Delivery {
  readonly key: IdempotencyKey;
  /** The inbound event that is answered; `null` for what Parley says of its own accord (a time-out, a person at the desk). */
  readonly inReplyTo: string | null;
}

/** `conversation:turn:index:part`: the same for the same part, whoever delivers it. */
export type IdempotencyKey = string;

export interface RawRequest {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export type Authenticated =
  | { readonly result: 'accept' }
  /** The platform tests the address: answer this body with 200. */
  | { readonly result: 'challenge'; readonly body: string }
  | { readonly result: 'refuse'; readonly reason: string };

export type DeliveryReceipt =
  | { readonly result: 'delivered'; readonly platformId?: string }
  /** Not now: try again after so many milliseconds (the platform's word, or `null` for the usual back-off). */
  | { readonly result: 'retry'; readonly afterMs: number | null; readonly reason: string }
  /** Never: the shopper blocked us or is gone. Not an error; what else waits for them is dropped. */
  | { readonly result: 'unreachable'; readonly reason: string }
  /** The platform will not take this part; it becomes a dead letter. */
  | { readonly result: 'rejected'; readonly reason: string };

/**
 * Resolves when the event is durable (then the platform may be told), `duplicate` when it had been accepted before.
 * Throws when it could not be made durable: then the platform must deliver it again.
 */
export type Receive = (event: InboundEvent) => Promise<'accepted' | 'duplicate'>;

export type Stop = () => Promise<void>;
