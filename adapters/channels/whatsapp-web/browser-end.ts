import { once } from 'node:events';
import type whatsapp from 'whatsapp-web.js';
import { type Deadline, within } from './deadline.ts';

type Browser = NonNullable<whatsapp.Client['pupBrowser']>;

/** Closes the browser; one that does not answer is killed, by its own process number and no other's. Never rejects. */
export async function endBrowser(browser: Browser, deadline: Deadline): Promise<void> {
  const child = browser.process();
  const isGone = () => child === null || child.exitCode !== null || child.signalCode !== null;
  await within(deadline, browser.close()).catch(() => undefined);
  if (isGone() || !child?.pid) return;
  const gone = once(child, 'exit');
  kill(child.pid);
  await within(deadline, gone).catch(() => undefined);
}

/** puppeteer starts the browser as the leader of a group of its own (`detached`), in which its helpers are. */
function kill(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
