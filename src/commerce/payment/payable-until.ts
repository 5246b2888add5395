import type { ShopRules } from '../rules/shop-rules.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Until when an order that is placed now waits for its money, epoch milliseconds. A transfer takes days. */
export function payableUntil(rules: ShopRules['payment'], provider: string, now: number): number {
  const isSlow = provider === 'bank-transfer';
  return now + (isSlow ? rules.bank_wait_days * dayMs : rules.wait_minutes * minuteMs);
}
