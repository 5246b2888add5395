import type whatsapp from 'whatsapp-web.js';
import type { Clock } from '../../../src/runtime/clock.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import { within } from './deadline.ts';
import { failed, type LineEnd } from './line-end.ts';
import type { Patience } from './settings.ts';

export interface PageWatch {
  /** From now on the page is asked again and again. */
  begin(phase: Phase): void;
  /** Asks at once. */
  look(): void;
}

type Phase = 'unlinked' | 'linked';

export interface WatchSettings {
  readonly clock: Clock;
  readonly patience: Patience;
  readonly gone: AbortSignal;
  readonly end: (end: LineEnd) => void;
  readonly state: (state: string) => void;
  /** It was linked, whether the library told of it or not. */
  readonly linked: () => void;
  /** Something is being sent. */
  readonly isBusy: () => boolean;
}

/** A page that has crashed or is stuck says nothing, and neither does the library: so the page is asked how it is. */
export function watchPage(client: whatsapp.Client, settings: WatchSettings): PageWatch {
  const { clock, patience, gone, end } = settings;
  let phase: Phase | null = null;
  let offlineSince: number | null = null;
  const born = clock.now();
  const look = async (): Promise<void> => {
    const state = await ask(client, settings);
    if (state === null || gone.aborted) return;
    if (phase === 'unlinked') return lookForLink(client, state, settings);
    settings.state(state);
    offlineSince = state === 'CONNECTED' ? null : (offlineSince ?? clock.now());
    const isLost = offlineSince !== null && clock.now() - offlineSince > patience.offlineMs;
    if (isLost) end(failed('WhatsApp’s server is not reached'));
    else if (clock.now() - born > patience.renewMs && !settings.isBusy()) end(renewal);
  };
  const goOn = async (): Promise<void> => {
    while (!gone.aborted) {
      await sleep(clock, patience.pingEveryMs, gone);
      if (!gone.aborted) await look();
    }
  };
  return {
    begin: (next) => {
      const isNew = phase === null;
      phase = next;
      if (isNew) void goOn();
    },
    look: () => void look(),
  };
}

const renewal: LineEnd = { why: 'renewal', reason: 'the browser is replaced, as it is every day' };

/** `null`: the page is no more, and the line has been ended. */
async function ask(client: whatsapp.Client, { clock, patience, end }: WatchSettings): Promise<string | null> {
  try {
    return String(await within({ clock, ms: patience.pingMs }, client.getState()));
  } catch {
    end(failed('WhatsApp’s page does not answer'));
    return null;
  }
}

async function lookForLink(client: whatsapp.Client, state: string, settings: WatchSettings): Promise<void> {
  if (state === 'CONNECTED') settings.linked();
  else await refreshIdle(client, state, settings);
}

/** After some minutes the page stops showing codes until somebody clicks; the library's own click goes astray. */
async function refreshIdle(client: whatsapp.Client, state: string, { clock, patience }: WatchSettings): Promise<void> {
  if (state !== 'UNPAIRED_IDLE' || !client.pupPage) return;
  const click = client.pupPage.evaluate("window.require('WAWebCmd').Cmd.refreshQR()");
  await within({ clock, ms: patience.pingMs }, click).catch(() => undefined);
}
