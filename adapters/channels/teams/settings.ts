import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { References } from '../../../src/runtime/references.ts';

export interface TeamsConfig {
  /** The bot's registration in Microsoft Entra; `null` trusts every request: for development on one machine alone. */
  readonly app: TeamsApp | null;
  /** Where Microsoft's keys are described (OpenID metadata); the public cloud's when absent. */
  readonly keysUrl?: string | null;
  /** Where the bot gets its own tokens; the keys' cloud's when absent. */
  readonly loginUrl?: string | null;
  /** How prices on cards are written (BCP 47); `en-US` when absent. */
  readonly locale?: string;
  /** Where the world reaches the shop's pictures, without a slash at the end. */
  readonly publicUrl?: string | null;
  /** How long Teams may take for one request, milliseconds; 20,000 when absent. */
  readonly timeoutMs?: number;
}

export interface TeamsApp {
  readonly id: string;
  readonly password: string;
  /** The organisation that a single-tenant bot belongs to; `null` for a bot of many. */
  readonly tenantId: string | null;
}

export interface TeamsDeps {
  readonly log: Log;
  /** How Teams wants to be addressed, kept over restarts. */
  readonly references: References;
  /** The system's when absent. */
  readonly clock?: Clock;
  /** From 0 to 1, for pauses that do not all end at once; `Math.random` when absent. */
  readonly random?: () => number;
  /** The bytes of one of the shop's pictures (a path); `null` when there is none. */
  readonly openPicture?: (address: string) => Promise<Uint8Array | null>;
}
