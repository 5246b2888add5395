import { randomBytes } from 'node:crypto';
import { qrLines } from './qr-lines.ts';
import type { Notice } from './settings.ts';

/** What somebody has to scan, at the terminal and on the page. */
export interface Scan {
  /** Of the page. Who knows it can link a phone of their own. */
  readonly key: string;
  readonly path: string;
  current(): string | null;
  code(code: string): void;
  /** Linked, or gone: the code is good for nothing. */
  over(): void;
  /** Nobody has scanned for long, and we no longer ask. */
  pause(): void;
}

/** A code lives 20 seconds; who wants more than these opens the page. */
const shownAtTerminal = 3;

export function createScan(show: (notice: Notice) => void): Scan {
  const key = randomBytes(18).toString('base64url');
  const path = `/whatsapp-web/${key}`;
  let current: string | null = null;
  let shown = 0;
  const tell = (lines: readonly string[]): void => show({ lines, path });
  return {
    ...{ key, path },
    current: () => current,
    code(code) {
      current = code;
      shown += 1;
      if (shown <= shownAtTerminal) tell([...invitation, '', ...qrLines(code)]);
      if (shown === shownAtTerminal) tell(['It goes on changing, and from now on is shown on its page only.']);
    },
    over() {
      current = null;
      shown = 0;
    },
    pause() {
      current = null;
      shown = 0;
      tell(['Nobody has scanned the code. Open its page when somebody is there to scan.']);
    },
  };
}

const invitation = [
  'To link WhatsApp: on the shop’s phone open Settings, Linked devices,',
  'Link a device, and scan this.',
];

/** Told at every start. */
export const warning: readonly string[] = [
  'WhatsApp Web is for trying out and for tiny shops. It is not an interface',
  'that WhatsApp offers: it may stop working any day, and WhatsApp bans numbers',
  'that are run by programs. Never use a number that you cannot lose. For a',
  'real shop there is the Cloud API: see docs/channels/whatsapp-web.md.',
];
