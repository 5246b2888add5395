import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providePythonTelegramBot } from '../../scripts/services/python-telegram-bot.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/fake-telegram.ts';
import { createWatch } from '../fakes/telegram/watch.ts';

const client = await providePythonTelegramBot();
const title = 'the fake Telegram before python-telegram-bot';

if ('path' in client) describe(title, () => withClient(client.path));
else if (process.env['REQUIRE_SERVICES'] === '1') throw new Error(client.missing);
else describe(title, () => it.skip(`needs a second client: ${client.missing}`));

type Told = Readonly<Record<string, unknown>>;

function withClient(packages: string): void {
  let fake: FakeTelegram;
  let bot: EchoBot;
  beforeAll(async () => {
    fake = await startFakeTelegram();
    bot = startEchoBot(fake, packages);
    await bot.tells('attempt', 'wrong token');
  });
  afterAll(async () => {
    bot.process.kill();
    await fake.close();
  });

  it('introduces the bot, and refuses a wrong token as that client expects', async () => {
    expect(await bot.tells('me')).toEqual({ me: fake.bot.username, id: fake.bot.id });
    expect(await bot.tells('attempt', 'wrong token')).toMatchObject({ error: 'InvalidToken' });
  });

  it('carries an echo', async () => {
    fake.sendText(5, 'Grüße & <b>👋🏽</b>');
    expect(await bot.tells('attempt', 'echo')).toEqual({ attempt: 'echo', done: true });
    expect(fake.sent(5).map((each) => each.message.text)).toEqual(['Grüße & <b>👋🏽</b>']);
  });

  it('carries an inline keyboard, its press, the answer and the edit', async () => {
    fake.sendText(5, 'menu');
    const sent = await bot.tells('sent');
    expect(sent).toMatchObject({ text: 'Pick & go', html: '<b>Pick</b> &amp; go', sender: fake.bot.username });
    const press = fake.press(5, Number(sent['sent']), 'c:blue');
    expect(await bot.tells('pressed')).toMatchObject({ pressed: 'c:blue', below: sent['sent'] });
    expect(await bot.tells('edited')).toEqual({ edited: 'You took c:blue', keyboard: false });
    expect(await bot.tells('attempt', 'same again')).toMatchObject({ error: 'BadRequest' });
    expect(fake.answerTo(press)).toEqual({ text: 'Noted' });
  });

  it('takes an uploaded photo, and the same one by its id', async () => {
    fake.sendText(5, 'photo');
    expect(await bot.tells('photo')).toEqual({ photo: [1, 1], caption: '<i>A dot</i>' });
    expect(await bot.tells('again')).toEqual({ again: true });
  });

  it('refuses in words that become that client’s own errors', async () => {
    fake.sendText(6, 'mistakes');
    await bot.tells('mistakes');
    const words = Object.fromEntries(
      bot.told.flatMap((each) => ('error' in each ? [[each['attempt'], `${each['error']}: ${each['words']}`]] : [])),
    );
    expect(words).toMatchObject({
      'long text': 'BadRequest: Message is too long',
      'long caption': 'BadRequest: Message caption is too long',
      'empty text': 'BadRequest: Message text is empty',
      'broken html': 'BadRequest: Can\'t parse entities: can\'t find end tag corresponding to start tag "b"',
      'long data': 'BadRequest: Button_data_invalid',
      'no photo': 'BadRequest: Image_process_failed',
      'unknown chat': 'BadRequest: Chat not found',
      'unknown message': 'BadRequest: Message to edit not found',
      'unknown action': 'BadRequest: Wrong parameter action in request',
      'unknown press': 'BadRequest: Query is too old and response timeout expired or query id is invalid',
      'unknown method': "EndPointNotFound: Endpoint 'sendTelepathy' not found in Bot API",
    });
    expect(await bot.tells('attempt', '4096 characters')).toMatchObject({ done: true });
    expect(await bot.tells('attempt', 'typing')).toMatchObject({ done: true });
  });

  it('says how long to wait, and that it was blocked', async () => {
    const echoes = () => bot.told.filter((each) => each['attempt'] === 'echo');
    const before = echoes().length;
    const parameters = { retry_after: 3 };
    fake.fail('sendMessage', { error_code: 429, description: 'Too Many Requests: retry after 3', parameters });
    fake.sendText(5, 'too much');
    await bot.until(() => echoes().length === before + 1);
    expect(echoes().at(-1)).toMatchObject({ error: 'RetryAfter', wait: 3 });
    fake.sendText(8, 'and away');
    fake.block(8);
    await bot.until(() => echoes().length === before + 2);
    expect(echoes().at(-1)).toMatchObject({ error: 'Forbidden', words: 'Forbidden: bot was blocked by the user' });
  });

  it('ends its polling with everything confirmed', async () => {
    fake.sendText(5, 'quit');
    await bot.tells('over');
    expect(fake.pending()).toEqual([]);
  });
}

interface EchoBot {
  readonly process: ChildProcess;
  readonly told: readonly Told[];
  /** The first line with this key, and this value where one is given. */
  tells(key: string, value?: string): Promise<Told>;
  until(holds: () => boolean): Promise<boolean>;
}

function startEchoBot(fake: FakeTelegram, packages: string): EchoBot {
  const script = fileURLToPath(new URL('../fakes/telegram/second-client/echo_bot.py', import.meta.url));
  const env = { ...process.env, PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn('python3', [script, fake.apiRoot, fake.token, '1:wrong'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Told[] = [];
  const watch = createWatch();
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    watch.look();
  });
  const matches = (each: Told, key: string, value?: string) =>
    key in each && (value === undefined || each[key] === value);
  return {
    ...{ process: child, told },
    tells: (key, value) => watch.until(() => told.find((each) => matches(each, key, value)), 15_000),
    until: (holds) => watch.until(holds, 15_000),
  };
}
