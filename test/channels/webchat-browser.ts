import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Without a browser the page's tests are skipped by name, unless everything must run. */
export const hasBrowser = existsSync(executablePath) || process.env['REQUIRE_SERVICES'] === '1';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium that reaches nothing but this machine; its profile is empty and goes with it. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const offline = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';
  return chromium.launch({ executablePath, headless: true, args: [...quiet, offline, ...more] });
}
