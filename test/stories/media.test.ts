import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sentFile } from '../../src/cli/sent-file.ts';
import { hasBrowser, launchBrowser } from '../channels/webchat-browser.ts';
import { type FakeOpenai, startFakeOpenai } from '../fakes/openai/fake-openai.ts';
import { samples } from '../media/sample-files.ts';
import { openedShop } from './open-shop.ts';
import { runParley } from './own-process.ts';
import { startShop } from './shop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function model(answers: { spoken?: string; seen?: string }): Promise<FakeOpenai> {
  const server = await startFakeOpenai(answers);
  onTestFinished(server.close);
  return server;
}

const keyOf = ({ apiKey, baseUrl }: FakeOpenai) => ({ OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl });

async function sampleFile(name: keyof typeof samples): Promise<string> {
  const path = join(await temporaryFolder(), `sent.${name}`);
  await writeFile(path, samples[name]);
  return path;
}

describe('the whole shop', () => {
  it('finds products by a picture, its words and its caption together', async () => {
    const server = await model({ seen: 'red high heels' });
    const { shopper, troubles } = await openedShop(keyOf(server));
    const anna = shopper('anna');
    await anna({ type: 'opened' });
    const found = await anna(sentFile(await sampleFile('png')));
    expect(found[0]).toMatchObject({ type: 'products' });
    expect(JSON.stringify(found[0])).toMatch(/heel/iu);
    const captioned = await anna(sentFile(await sampleFile('png'), 'do you have these?'));
    expect(JSON.stringify(captioned)).toMatch(/heel/iu);
    expect(server.faults).toEqual([]);
    expect(troubles()).toEqual([]);
  });

  it('goes through a talk by voice as it does by writing', async () => {
    const server = await model({ spoken: 'show me warm winter coats' });
    const { shopper } = await openedShop(keyOf(server));
    const ben = shopper('ben');
    await ben({ type: 'opened' });
    expect((await ben(sentFile(await sampleFile('ogg'))))[0]).toMatchObject({ type: 'products' });
    expect((await ben('the first one')).map(({ type }) => type)).toContain('choices');
    expect(server.asked).toMatchObject([{ kind: 'listen', model: 'gpt-4o-mini-transcribe', name: 'recording.ogg' }]);
  });

  it('says politely what it cannot do with no key, and shows again what was asked', async () => {
    const { shopper, troubles } = await openedShop();
    const cleo = shopper('cleo');
    await cleo({ type: 'opened' });
    const [sorry, again] = await cleo(sentFile(await sampleFile('ogg')));
    expect(sorry).toMatchObject({ type: 'text', text: expect.stringContaining('cannot listen') });
    expect(again).toMatchObject({ type: 'choices' });
    expect((await cleo(sentFile(await sampleFile('png'))))[0]).toMatchObject({
      text: expect.stringContaining('cannot see'),
    });
    expect((await cleo(sentFile(await sampleFile('pdf'))))[0]).toMatchObject({
      text: expect.stringContaining('cannot open'),
    });
    expect(troubles()).toEqual([]);
  });

  it('serves everybody else while a model hangs, and the same shopper in order once it is gone', async () => {
    const server = await model({});
    server.trouble('hang');
    const { shopper } = await openedShop(keyOf(server));
    const [anna, ben] = [shopper('anna'), shopper('ben')];
    await Promise.all([anna({ type: 'opened' }), ben({ type: 'opened' })]);
    const order: string[] = [];
    const picture = anna(sentFile(await sampleFile('png'))).finally(() => order.push('picture'));
    await server.untilAsked(1);
    const text = anna('red shoes').finally(() => order.push('text'));
    expect((await ben('red shoes'))[0]).toMatchObject({ type: 'products' });
    expect(order).toEqual([]);
    await server.close();
    expect((await picture)[0]).toMatchObject({ text: expect.stringContaining('did not come through') });
    expect((await text)[0]).toMatchObject({ type: 'products' });
    expect(order).toEqual(['picture', 'text']);
  });

  it('goes on with a caption when the model is down', async () => {
    const server = await model({});
    server.trouble({ status: 401 });
    const { shopper, troubles } = await openedShop(keyOf(server));
    const dora = shopper('dora');
    await dora({ type: 'opened' });
    const said = await dora(sentFile(await sampleFile('png'), 'red shoes'));
    expect(said.map(({ type }) => type)).toEqual(['text', 'products']);
    expect(troubles()).toEqual(['MEDIA_UNREAD']);
  });
});

it('a machine sends a file by its path, and the merchant sees where it is kept and what was heard', async () => {
  const server = await model({ spoken: 'red shoes please' });
  const environment = { PARLEY_DATA: await temporaryFolder(), ...keyOf(server) };
  const chat = runParley(['chat', '--jsonl'], environment);
  const lines = [
    { conversation: 'a', id: '1', file: await sampleFile('ogg') },
    { conversation: 'a', id: '2', file: await sampleFile('pdf'), caption: 'my order' },
    { conversation: 'a', id: '3', file: '/nowhere/photo.jpg' },
  ];
  chat.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(await chat.end()).toBe(0);
  const said = chat.lines.map((line) => JSON.parse(line) as { type: string; in_reply_to: string });
  expect(said.filter(({ in_reply_to }) => in_reply_to === '1').map(({ type }) => type)).toContain('products');
  const show = runParley(['inbox', 'show', 'terminal:jsonl:a'], environment);
  expect(await show.end()).toBe(0);
  const shown = show.lines.join('\n');
  expect(shown).toContain('[voice] red shoes please');
  expect(shown).toMatch(/\/media\/\d{4}-\d\d\/[\w-]{43}\.ogg \(audio\/ogg, \d+ KB\)$/mu);
  expect(shown).toContain('[document] my order');
  expect(shown).toMatch(/\.pdf \(application\/pdf, \d+ KB\); not read: nothing is set up that reads it/u);
  expect(shown).toContain('not kept; not read: the channel has it no more');
});

it('a shop that is killed while it listens answers the voice note after its next start, once', async () => {
  const server = await model({ spoken: 'red shoes please' });
  const PARLEY_DATA = await temporaryFolder();
  const environment = { PARLEY_DATA, ...keyOf(server) };
  const line = `${JSON.stringify({ conversation: 'a', id: '1', file: await sampleFile('ogg') })}\n`;
  server.trouble('hang');
  const first = runParley(['chat', '--jsonl'], environment);
  first.write(line);
  await server.untilAsked(1);
  await first.kill('SIGKILL');
  const second = runParley(['chat', '--jsonl'], environment);
  second.write(line);
  await second.until(() => second.lines.some((each) => each.includes('turn-end')));
  expect(await second.end()).toBe(0);
  const answers = second.lines.filter((each) => each.includes('"products"'));
  expect(answers).toHaveLength(1);
  expect(server.asked).toHaveLength(1);
  const kept = await readdir(join(PARLEY_DATA, 'media'), { recursive: true });
  expect(kept.filter((name) => name.endsWith('.ogg'))).toHaveLength(1);
}, 90_000);

it('a person at the terminal sends a file with /send', async () => {
  const server = await model({ seen: 'red high heels' });
  const home = await temporaryFolder();
  await writeFile(join(home, 'my photo.png'), samples.png);
  const chat = runParley(['chat'], { PARLEY_DATA: await temporaryFolder(), HOME: home, ...keyOf(server) });
  const files = ['nowhere.jpg', home, `'${await sampleFile('png')}'`, '~/my\\ photo.png'];
  chat.write(`/send\n${files.map((name) => `/send ${name}\n`).join('')}/quit\n`);
  expect(await chat.end()).toBe(0);
  const shown = chat.lines.join('\n');
  expect(shown).toContain('/send needs the name of a file');
  expect(shown).toContain('There is no file nowhere.jpg');
  expect(shown).toContain(`There is no file ${home}`);
  expect(shown).toContain('Pick one to see more.');
  const looked = { kind: 'look', type: 'image/png' };
  expect(server.asked).toMatchObject([looked, looked]);
});

const title = hasBrowser ? 'a phone' : 'a phone (skipped: no Chromium at CHROMIUM_PATH)';

describe.skipIf(!hasBrowser)(`${title} in the web chat`, () => {
  it('sends a picture and a voice note, and sees both again after a reload', async () => {
    const server = await model({ spoken: 'show me a warm winter coat', seen: 'red high heels' });
    const page = await openPage({ PARLEY_DATA: await temporaryFolder(), ...keyOf(server) });
    await page.locator('#file').setInputFiles('docs/pictures/webchat.png');
    await page.getByRole('button', { name: 'Do not send this file' }).waitFor();
    await page.getByRole('textbox', { name: 'Your message' }).fill('do you have these?');
    await page.getByRole('textbox', { name: 'Your message' }).press('Enter');
    await page.getByText('Pick one to see more.').waitFor();
    await page.getByRole('button', { name: 'Record a voice note' }).click();
    await page.getByRole('button', { name: 'Throw the voice note away' }).click();
    await page.getByRole('button', { name: 'Record a voice note' }).click();
    await expect.poll(() => page.locator('.tray .time').textContent(), { timeout: 15_000 }).toBe('0:01');
    await page.getByRole('button', { name: 'Stop and send' }).click();
    await expect.poll(() => page.getByText('Pick one to see more.').count()).toBe(2);
    await page.getByText('“show me a warm winter coat”').waitFor();
    await page.reload();
    await expect.poll(() => page.getByText('Pick one to see more.').count()).toBe(2);
    await page.getByText('“show me a warm winter coat”').waitFor();
    const picture = page.getByRole('img', { name: 'Your picture' });
    await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBeGreaterThan(100);
    expect(await page.locator('html').evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    expect(server.faults).toEqual([]);
    // The page draws a photo anew: what a camera wrote into it stays on the phone.
    expect(server.asked.map((asked) => asked.type)).toEqual(['image/jpeg', 'video/webm']);
  }, 90_000);

  it('offers no voice notes where nobody listens, and sends files all the same', async () => {
    const page = await openPage({ PARLEY_DATA: await temporaryFolder() });
    await page.getByRole('button', { name: 'Send a picture or a file' }).waitFor();
    expect(await page.getByRole('button', { name: 'Record a voice note' }).count()).toBe(0);
    await page.locator('#file').setInputFiles('docs/pictures/webchat.png');
    await page.locator('.thumb').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('I cannot see pictures here').waitFor();
    expect(await page.getByRole('img', { name: 'Your picture' }).count()).toBe(1);
  });
});

async function openPage(environment: Readonly<Record<string, string>>): Promise<Page> {
  const shop = await startShop(environment);
  onTestFinished(async () => void (await shop.kill('SIGKILL')));
  const browser = await launchBrowser(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']);
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  page.setDefaultTimeout(20_000);
  await page.goto(shop.address);
  await page.getByText('Or start here.').waitFor();
  return page;
}
