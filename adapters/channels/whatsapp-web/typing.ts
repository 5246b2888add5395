import type { Clock } from '../../../src/runtime/clock.ts';
import { within } from './deadline.ts';
import type { Line } from './line.ts';
import type { Patience } from './settings.ts';

export interface Typing {
  readonly line: () => Line | null;
  readonly clock: Clock;
  readonly patience: Patience;
}

/** Shown for 25 seconds, or until a message comes. Never rejects. By the page itself: the library would load the whole chat for it. */
export async function showTyping(typing: Typing, peer: string): Promise<void> {
  await inPage(typing, `window.WWebJS.sendChatstate('typing', ${JSON.stringify(peer)})`);
}

/** Blue ticks. Never rejects. */
export async function showSeen(typing: Typing, peer: string): Promise<void> {
  await inPage(typing, `window.WWebJS.sendSeen(${JSON.stringify(peer)})`);
}

async function inPage({ line, clock, patience }: Typing, script: string): Promise<void> {
  const page = line()?.client.pupPage;
  if (page) await within({ clock, ms: patience.pingMs }, page.evaluate(script)).catch(() => undefined);
}
