export interface RuntimeSettings {
  /** How long a process may be at work on a conversation before another may take over; it renews in time. */
  readonly leaseMs: number;
  /** How often the store is asked for conversations that are due. */
  readonly sweepMs: number;
  /** How long deliveries of channels that show a part once may stay unwritten while nothing else is written. */
  readonly receiptMs: number;
  /** Conversations whose last state is remembered in the process. */
  readonly remembered: number;
  /** Deliveries of one part before it becomes a dead letter: with the pauses below, two and a half hours of a platform's outage. */
  readonly mostDeliveries: number;
  /** How long a channel may take over one part before it is tried again: longer than any channel's own limits together, or it would send twice. */
  readonly deliverMs: number;
  /** How long a stop waits for a delivery under way. */
  readonly stopMs: number;
  /** How often one turn may lose to others that change the same documents before it is given up with an apology. */
  readonly mostReplays: number;
  /** How long a turn may keep others of its process from the documents it changes: longer than any action's time limit. */
  readonly holdMs: number;
  /** How long a turn waits for those before it until its message is made durable. */
  readonly patienceMs: number;
  /** The first pause after a failed delivery; each further one is twice as long, at most `longestPauseMs`. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const usualSettings: RuntimeSettings = {
  leaseMs: 15_000,
  sweepMs: 1_000,
  receiptMs: 2_000,
  remembered: 2_000,
  mostDeliveries: 40,
  deliverMs: 300_000,
  stopMs: 10_000,
  mostReplays: 100,
  holdMs: 15_000,
  patienceMs: 10_000,
  firstPauseMs: 500,
  longestPauseMs: 300_000,
};
