import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { withDemoShop } from './pictures/demo-shop.ts';
import { photographTeams } from './pictures/teams.ts';

/** Takes the pictures of the documentation anew, from the demo shop as it is. */
const folder = join('docs', 'pictures');

interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const views: readonly View[] = [
  { name: 'webchat', width: 1180, height: 900 },
  { name: 'webchat-phone', width: 390, height: 844 },
];

const wish = 'a warm winter coat under 200';

async function photograph(url: string, { name, width, height }: View): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
    await page.goto(url);
    await page.getByRole('log').getByText('Parley Demo Shop').first().waitFor();
    await say(page, wish);
    await page.locator('#log li img').first().waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  } finally {
    await browser.close();
  }
}

async function say(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(words);
  await field.press('Enter');
}

await mkdir(folder, { recursive: true });
await withDemoShop(async (url) => {
  for (const view of views) await photograph(url, view);
});
await photographTeams(join(folder, 'teams.png'));
