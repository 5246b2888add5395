const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** How long ago, in the largest unit that fits: `5 minutes ago`. */
export function ago(at: number, now: number): string {
  const step = steps.find(({ ms }) => now - at >= ms);
  if (!step) return 'just now';
  const units = Math.floor((now - at) / step.ms);
  return `${units} ${step.unit}${units === 1 ? '' : 's'} ago`;
}
