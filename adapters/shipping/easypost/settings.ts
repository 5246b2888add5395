export interface EasypostConfig {
  readonly apiKey: string;
  /** With the version: `https://api.easypost.com/v2`. */
  readonly apiRoot?: string | null;
  readonly webhookSecret?: string | null;
  /** For one answer. */
  readonly timeoutMs?: number;
  /** Before a second try; then twice as long. */
  readonly pauseMs?: number;
}
