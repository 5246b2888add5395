import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';

export interface WhatsappWebConfig {
  /** Names this line in conversation ids; `shop` when absent. */
  readonly account?: string;
  /** Where the session is kept: whoever can read this folder can read and write as the shop. */
  readonly folder: string;
  readonly chromiumPath: string;
  /** Beside those that are always given; for developers. */
  readonly chromiumArgs?: readonly string[];
  /** An HTML file served in place of WhatsApp's page; for developers. */
  readonly page?: string | null;
  /** Menus of 2 to 12 choices come with a poll. */
  readonly polls?: boolean;
  readonly pace?: Partial<Pace>;
  readonly patience?: Partial<Patience>;
  /** What stands above a poll's options. */
  readonly pollWords?: string;
}

export interface WhatsappWebDeps {
  readonly log: Log;
  /** Shows somebody at the terminal what to scan, and where else it can be seen (a path of our web server, with its key). */
  readonly show: (notice: Notice) => void;
  /** The system's when absent. */
  readonly clock?: Clock;
  /** In [0, 1); `Math.random` when absent. */
  readonly random?: () => number;
  /** The bytes of one of the shop's pictures; `null` when there is none. */
  readonly openPicture?: (address: string) => Promise<Uint8Array | null>;
}

export interface Notice {
  readonly lines: readonly string[];
  /** Where the page is that shows the same; absent when there is nothing to see there. */
  readonly path?: string;
}

/** How quickly this number may write: nobody who types does it in bursts, and what bursts is banned. Milliseconds. */
export interface Pace {
  /** Between any two messages. */
  readonly everyMs: number;
  /** Added by chance, so that the messages do not come like clockwork. */
  readonly jitterMs: number;
  /** Longer waits are handed back instead of waited for. */
  readonly patienceMs: number;
}

export const defaultPace: Pace = { everyMs: 1500, jitterMs: 1000, patienceMs: 20_000 };

/** How long each thing may take before it counts as lost: the library itself waits for ever. Milliseconds. */
export interface Patience {
  /** From the browser's start until its page is known to be linked or not. */
  readonly startMs: number;
  /** From linked to ready; a first link loads the history. */
  readonly readyMs: number;
  /** For one message to be taken by WhatsApp's server. */
  readonly sendMs: number;
  /** For one file to be fetched from WhatsApp. */
  readonly mediaMs: number;
  readonly pingEveryMs: number;
  readonly pingMs: number;
  /** For the page to come back by itself after it has lost WhatsApp's server. */
  readonly offlineMs: number;
  readonly closeMs: number;
  /** The first pause before another try; doubled each time, up to a hundred times as long. */
  readonly againMs: number;
  /** A browser that shows this page grows over weeks: after so long it is replaced, when nothing is being sent. */
  readonly renewMs: number;
  /** So many codes are shown before we stop to wait for somebody to scan one. */
  readonly codes: number;
}

export const defaultPatience: Patience = {
  startMs: 90_000,
  readyMs: 180_000,
  sendMs: 30_000,
  mediaMs: 60_000,
  pingEveryMs: 20_000,
  pingMs: 10_000,
  offlineMs: 300_000,
  closeMs: 5_000,
  againMs: 2_000,
  renewMs: 24 * 3_600_000,
  codes: 30,
};
