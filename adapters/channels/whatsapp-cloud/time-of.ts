export interface Received {
  /** For what has no time of its own, epoch milliseconds. */
  readonly receivedAt: number;
}

/** Longer ago or farther off than anybody could mean: what it was multiplied by is not known. */
const latestSeconds = 100_000_000_000;

/** WhatsApp tells seconds. */
export function timeOf({ timestamp }: { readonly timestamp?: number | undefined }, { receivedAt }: Received): number {
  if (timestamp === undefined || timestamp < 0 || timestamp > latestSeconds) return receivedAt;
  return Math.round(timestamp * 1000);
}
