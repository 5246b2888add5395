import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { Pace } from './send-gate.ts';

export interface WhatsappCloudConfig {
  /** A system user's access token, with `whatsapp_business_messaging` and `whatsapp_business_management`. */
  readonly token: string;
  /** The id of the shop's number, not the number itself; names it in conversation ids. */
  readonly phoneNumberId: string;
  /** Of the app: what webhooks are signed with. */
  readonly appSecret: string;
  /** Chosen by the merchant; Meta says it when it tests the webhook's address. */
  readonly verifyToken: string;
  /** Without a slash at the end; Meta's own when absent. */
  readonly apiRoot?: string | null;
  /** e.g. `v23.0`. */
  readonly apiVersion?: string | null;
  /** The catalogue that is linked to the business account; without one, products are pictures and lists. */
  readonly catalogId?: string | null;
  /** What is sent when the shopper has been silent for a day; without one nothing can be. */
  readonly template?: TemplateName | null;
  /** Where the world reaches this shop (https); pictures that cannot be uploaded are named below it. */
  readonly publicUrl?: string | null;
  /** BCP 47, for the few words that the adapter adds and for prices; English when absent. */
  readonly locale?: string;
  /** How long one call may take, milliseconds; 20,000 when absent. */
  readonly timeoutMs?: number;
  readonly pace?: Partial<Pace>;
}

/** An approved template whose body has one variable. */
export interface TemplateName {
  readonly name: string;
  /** As WhatsApp Manager shows it, e.g. `en_US`. */
  readonly language: string;
}

export interface WhatsappCloudDeps {
  readonly log: Log;
  /** The system's when absent. */
  readonly clock?: Clock;
  /** The bytes of one of the shop's pictures (a path, or an address that only the shop reaches); `null` when there is none. */
  readonly openPicture?: (address: string) => Promise<Uint8Array | null>;
}
