import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { freePort } from '../../src/cli/free-port.ts';
import { startPlayground } from '../../test/fakes/teams/playground.ts';

/** The demo shop in Microsoft's playground for Teams bots, which stands for Teams itself: that cannot be had without an account. */
export async function photographTeams(file: string): Promise<void> {
  const port = (await freePort('127.0.0.1', 3_180)) ?? 0;
  const stop = await startShop(port);
  const playground = await startPlayground(`http://127.0.0.1:${port}/webhooks/teams`);
  try {
    await photograph(playground.url, file);
  } finally {
    await playground.close();
    await stop();
  }
}

async function startShop(port: number): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'parley-pictures-'));
  // The playground's page fetches pictures as Teams does: by the shop's public address.
  const own = { PARLEY_DATA: data, PARLEY_PORT: `${port}`, PARLEY_PUBLIC_URL: `http://127.0.0.1:${port}` };
  const env = { ...process.env, ...own, TEAMS_WITHOUT_AUTH: 'yes', PARLEY_LOG: 'error', NO_COLOR: '1' };
  const shop = spawn(process.execPath, ['bin/parley.js', 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(shop, 'close');
  await once(shop.stdout, 'data');
  return async () => {
    shop.kill('SIGTERM');
    await closed;
    await rm(data, { recursive: true, force: true });
  };
}

async function photograph(url: string, file: string): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const viewport = { width: 1280, height: 1120 };
    const page = await browser.newPage({ viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' });
    await page.route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/u, (route) => route.abort());
    await page.goto(url);
    await page.getByText('Or start here.').first().waitFor();
    await say(page, 'a warm winter coat under 200');
    await page.getByRole('button', { name: 'Show more', exact: true }).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    // The playground's own log beside the talk.
    await page.locator('button:right-of(:text("Log Panel"))').last().click();
    await page.getByRole('button', { name: 'Show more', exact: true }).scrollIntoViewIfNeeded();
    await page.getByText('Or start here.').first().hover();
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

async function say(page: Page, words: string): Promise<void> {
  const field = page.locator('[contenteditable=true]').first();
  await field.click();
  await field.pressSequentially(words);
  await field.press('Enter');
}
