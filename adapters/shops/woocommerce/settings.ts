export interface WoocommerceConfig {
  /** The shop's address, with its folder where it has one. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** What signs webhooks; `null`: none are taken. */
  readonly webhookSecret: string | null;
  readonly timeoutMs?: number;
}
