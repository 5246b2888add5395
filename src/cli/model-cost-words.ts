import type { ModelUsage } from '../assistant/language-model.ts';

interface Cost {
  /** Millionths of the currency; `null`: nobody said what the model costs. */
  readonly micros: number | null;
  readonly currency: string;
}

/** To the millionth where it is so little. */
export function costWords({ micros, currency }: Cost): string {
  if (micros === null) return '–';
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: micros < 1_000_000 ? 6 : 2 };
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, ...digits }).format(micros / 1_000_000);
}

/** `3,120 read (2,048 before), 85 written`. */
export function tokenWords(usage: ModelUsage | null): string {
  if (usage === null) return '–';
  const { input, cached, output } = usage;
  const before = cached === 0 ? '' : ` (${count(cached)} before)`;
  return `${count(input)} read${before}, ${count(output)} written`;
}

function count(tokens: number): string {
  return tokens.toLocaleString('en-US');
}
