/** Runs `stop` at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const hear = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    stopping = true;
    void stop();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
}
