/**
 * Begins to measure; what it gives tells the milliseconds of work that this process has done since. Unlike the time of day, that is the same
 * on a machine that is busy with something else.
 */
export function startWork(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}
