import type { DeliveryReceipt } from '../../../src/channel/adapter.ts';
import type { GraphError } from './failure.ts';

/** Nobody mends an account in less; what waits is kept meanwhile. */
const mendPauseMs = 60_000;

/** After so many failures in a row to one person the pause grows no more: 4^6 seconds are more than an hour. */
const mostStrikes = 6;

/** What the runtime is told; `strikes` counts the failures in a row for too much to this one person. */
export function receiptOf({ rule, retryAfterMs, message: reason }: GraphError, strikes: number): DeliveryReceipt {
  const wait = (afterMs: number): DeliveryReceipt => ({
    result: 'retry',
    afterMs: Math.max(afterMs, retryAfterMs ?? 0),
    reason,
  });
  switch (rule.outcome) {
    case 'outage':
      return { result: 'retry', afterMs: retryAfterMs, reason };
    case 'wait':
    case 'all-wait':
      return wait(rule.pauseMs ?? 1000);
    case 'pair-wait':
      return wait(1000 * 4 ** Math.min(strikes, mostStrikes));
    case 'account':
      return wait(mendPauseMs);
    case 'window':
      return { result: 'rejected', reason: windowClosed };
    case 'unreachable':
    case 'opted-out':
    case 'rejected':
      return { result: rule.outcome, reason };
  }
}

export const windowClosed =
  'the 24-hour window is closed: the shopper has not written for a day, and there is no template to send instead';
