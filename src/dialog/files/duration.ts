const units: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `20 minutes` in milliseconds; `null` when it is no duration. */
export function durationOf(text: string): number | null {
  const match = /^(\d+)\s*(second|minute|hour|day)s?$/i.exec(text.trim());
  const unit = units[match?.[2]?.toLowerCase() ?? ''];
  return match && unit !== undefined ? Number(match[1]) * unit : null;
}
