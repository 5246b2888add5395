import type { Capabilities } from './capabilities.ts';
import type { Loss } from './degrading/loss.ts';
import type { Address, ChannelId } from './ids.ts';
import type { InboundEvent } from './inbound.ts';
import type { MediaFile } from './media.ts';
import type { Choice } from './message.ts';
import type { RenderedPart } from './rendered-part.ts';

/** A kind of place to talk. Contract: test/contracts/channel-adapter.ts. */
export interface ChannelAdapter {
  readonly id: ChannelId;
  readonly capabilities: Capabilities;
  /** What messages to this address are fitted to, where that is not `capabilities`: a preview shows them as another channel would. */
  capabilitiesFor?(to: Address): Capabilities;
  /** Which of the channel's conversations it reaches; all when absent. A terminal shows those of one person. */
  serves?(to: Address): boolean;
  /**
   * Is this request really the platform's? Over the raw bytes, in constant time, before anything is parsed. Rejects when it cannot
   * be found out now (the platform's keys are out of reach): then the platform is asked to deliver again.
   */
  authenticate(request: RawRequest): Promise<Authenticated>;
  /** Called after `authenticate` and before `parse`, to keep what answers will need. What it rejects with counts as not durable. */
  prepare?(request: RawRequest): Promise<void>;
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
  /**
   * Shows what an answer is going to be, whole each time; best effort. Nothing of it is kept: it goes when a part is delivered, or by
   * itself after a while. Resolves when the next may be shown, so that the channel sets the pace; and, once `ended` aborts, as soon as this
   * one is on the screen, for nothing comes after it but the answer.
   */
  draft?(text: string, to: Address, ended?: AbortSignal): Promise<void>;
  /** Opens a file that the shopper sent. Throws when the platform cannot be reached, to be asked again. */
  fetchMedia?(ref: string): Promise<MediaFile>;
  /** Where the platform posts what happens; absent where there is no webhook. */
  readonly webhook?: Webhook;
  /** Channels that poll or hold a socket, or have something to tell the platform at the start. `Stop` resolves when nothing more will be received. */
  listen?(receive: Receive): Promise<Stop>;
  /** How the line to the platform is; up when absent. */
  health?(): ChannelHealth;
}

export interface Webhook {
  /** Begins with `/webhooks/`; GET and POST of it are the platform's. */
  readonly path: string;
  /** What the platform wants to hear once the events are durable; an empty 200 when absent. Pure and total. */
  acknowledge?(request: RawRequest): Acknowledgement;
}

export interface Acknowledgement {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface ChannelHealth {
  /** `waiting`: somebody has to do something, e.g. scan a code. */
  readonly state: 'up' | 'connecting' | 'waiting' | 'down';
  /** Why, and what mends it, in words for the merchant. */
  readonly detail?: string;
}

/** Which delivery this is; the same again after `retry` or a crash. */
export interface Delivery {
  readonly key: IdempotencyKey;
  /** The inbound event that is answered; `null` for what Parley says of its own accord (a time-out, a person at the desk). */
  readonly inReplyTo: string | null;
  /** When the shopper last wrote, epoch milliseconds by the platform's clock; absent: never. Platforms close free talk after a time. */
  readonly heardAt?: number;
  /** For previews: a channel that only delivers does without. */
  readonly origin?: PartOrigin;
}

/** How a part came about. */
export interface PartOrigin {
  /** What its message lost on its way to what the channel can show; told with the message's last part, empty before. */
  readonly losses: readonly Loss[];
  /** All that the message offers to be picked, be it on this part or not, numbered from `firstNumber` in this order. */
  readonly choices: readonly Choice[];
  readonly firstNumber: number;
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
  /** Epoch milliseconds; for platforms that do not say when something happened. */
  readonly receivedAt?: number;
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
  | { readonly result: 'rejected'; readonly reason: string }
  /** The shopper wants no more news: consent is withdrawn, and this part is dropped. */
  | { readonly result: 'opted-out'; readonly reason: string };

/**
 * Resolves when the event is durable (then the platform may be told), `duplicate` when it had been accepted before.
 * Throws when it could not be made durable: then the platform must deliver it again.
 */
export type Receive = (event: InboundEvent) => Promise<'accepted' | 'duplicate'>;

export type Stop = () => Promise<void>;
