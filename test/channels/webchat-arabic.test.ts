import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Message, ProductCard } from '../../src/channel/message.ts';
import { hasBrowser } from './webchat-browser.ts';
import { useBrowser } from './webchat-page.ts';
import type { Answer } from './webchat-shop.ts';

const title = hasBrowser
  ? 'the web chat in Arabic on a phone'
  : 'the web chat in Arabic (skipped: no Chromium at CHROMIUM_PATH)';

/** The browser's own. */
declare function getComputedStyle(element: unknown): { readonly direction: string; readonly textAlign: string };

const usd = (amount: number) => ({ amount, currency: 'USD' });

const cards: readonly ProductCard[] = [
  {
    id: '1',
    title: 'Sony WH-1000XM5 (black)',
    description: 'سماعات لاسلكية بخاصية عزل الضوضاء',
    price: usd(34_900),
    was: usd(39_900),
    inStock: true,
    choice: { id: 'product:1', label: 'عرض' },
  },
  { id: '2', title: 'معطف صوف', price: usd(12_900), inStock: false, choice: { id: 'product:2', label: 'عرض' } },
];

const answers: Readonly<Record<string, readonly Message[]>> = {
  سماعات: [{ type: 'products', text: ['وجدت هذه السماعات بأقل من 400 دولار:'], products: cards, choices: [] }],
  إيصال: [
    {
      type: 'receipt',
      text: ['طلبك 72043817:'],
      lines: [
        { title: 'Sony WH-1000XM5', quantity: 2, total: usd(69_800) },
        { title: 'معطف صوف', quantity: 1, total: usd(12_900) },
      ],
      totals: [{ label: 'المجموع', amount: usd(82_700) }],
    },
  ],
  كثير: [
    {
      type: 'choices',
      text: ['أي واحد تريد؟'],
      choices: ['iPhone 15 Pro', 'هاتف سامسونج', 'Pixel 9', 'نوكيا', 'Xperia 5'].map((label) => ({ id: label, label })),
    },
  ],
};

const arabicShop: Answer = (content) => {
  if (content.type === 'opened') return [{ type: 'text', text: ['أهلًا! كيف أساعدك؟'] }];
  if (content.type !== 'text') return [{ type: 'text', text: ['تم.'] }];
  return answers[content.text] ?? [{ type: 'text', text: ['We have it in English too: 2 pieces, $12.'] }];
};

interface Box {
  readonly x: number;
  readonly width: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return box;
}

const width = 360;

async function say(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'رسالتك' });
  await field.fill(words);
  await field.press('Enter');
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PARLEY_PICTURES_OF_TESTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

describe.skipIf(!hasBrowser)(title, () => {
  const { openShop, openContext } = useBrowser();

  const open = async (): Promise<Page> => {
    const { url } = await openShop({ answer: arabicShop });
    const context = await openContext(width, 740, { locale: 'ar', deviceScaleFactor: 2 });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(url);
    await page.getByText('أهلًا! كيف أساعدك؟').waitFor();
    return page;
  };
  const isWithinScreen = (page: Page) =>
    page.evaluate<boolean>(
      `[document.documentElement, document.querySelector('#scroll')].every((each) => each.scrollWidth <= each.clientWidth)`,
    );

  it('speaks Arabic, from right to left: the shop on the right, the visitor on the left', async () => {
    const page = await open();
    expect(await page.evaluate<string>(`document.documentElement.dir + ' ' + document.documentElement.lang`)).toBe(
      'rtl ar',
    );
    expect(await page.title()).toBe('محادثة مع Test Shop');
    await say(page, 'مرحبا');
    const english = page.getByText('We have it in English too');
    await english.waitFor();
    const own = await boxOf(page.locator('.row.own .bubble').first());
    const shop = await boxOf(page.locator('.row.shop .bubble').first());
    expect(own.x).toBeLessThan(width / 4);
    expect(shop.x + shop.width).toBeGreaterThan((width * 3) / 4);
    const direction = (locator: Locator) => locator.evaluate((each) => getComputedStyle(each).direction);
    expect(await direction(english)).toBe('ltr');
    expect(await direction(page.locator('.row.own .bubble').first())).toBe('rtl');
    expect(await direction(page.getByRole('textbox', { name: 'رسالتك' }))).toBe('rtl');
    expect(await isWithinScreen(page)).toBe(true);
    await keepPicture(page, 'arabic-talk');
  });

  it('shows cards with Latin titles on the side where the page is read from, and amounts that stay whole', async () => {
    const page = await open();
    await say(page, 'سماعات');
    const heading = page.getByRole('heading', { name: 'Sony WH-1000XM5 (black)' });
    await heading.waitFor();
    expect(await heading.evaluate((each) => getComputedStyle(each).textAlign)).toBe('right');
    expect(await page.locator('.card .now').first().locator('bdi').count()).toBe(1);
    const [first, second] = [await boxOf(page.locator('.card').nth(0)), await boxOf(page.locator('.card').nth(1))];
    expect(first.x).toBeGreaterThan(second.x);
    await page.getByText('غير متوفر').waitFor();
    expect(await isWithinScreen(page)).toBe(true);
    await keepPicture(page, 'arabic-cards');
  });

  it('shows a receipt with its amounts on the left, and long menus as rows', async () => {
    const page = await open();
    await say(page, 'إيصال');
    const amount = page.locator('.receipt .amount').first();
    await amount.waitFor();
    const name = await boxOf(page.locator('.receipt tbody td').first());
    expect((await boxOf(amount)).x).toBeLessThan(name.x);
    await say(page, 'كثير');
    await page.getByRole('button', { name: 'هاتف سامسونج' }).click();
    await page.getByText('تم.').waitFor();
    expect(await isWithinScreen(page)).toBe(true);
    await keepPicture(page, 'arabic-receipt');
  });
});
