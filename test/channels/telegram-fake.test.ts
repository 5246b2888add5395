import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/fake-telegram.ts';
import { createManualClock } from '../manual-clock.ts';

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number };
}

describe('the fake Telegram', () => {
  const clock = createManualClock();
  let fake: FakeTelegram;
  beforeEach(async () => {
    fake = await startFakeTelegram({ now: () => clock.now() });
  });
  afterEach(() => fake.close());

  const call = async (method: string, parameters: object = {}, token = fake.token): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const url = `${fake.apiRoot}/bot${token}/${method}`;
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(parameters) });
    const answer = (await response.json()) as Answer;
    expect(response.status).toBe(answer.error_code ?? 200);
    return answer;
  };
  const texts = ({ result }: Answer) => (result as Update[]).map((update) => update.message?.text);
  const firstId = ({ result }: Answer) => (result as Update[])[0]?.update_id ?? 0;
  const send = (more: object) => call('sendMessage', { chat_id: 1, text: 'x', ...more });

  it('gives updates until a later offset confirms them, never more than the limit', async () => {
    for (const text of ['a', 'b', 'c']) fake.sendText(1, text);
    const all = await call('getUpdates');
    expect(texts(all)).toEqual(['a', 'b', 'c']);
    expect(texts(await call('getUpdates', { limit: 2 }))).toEqual(['a', 'b']);
    expect(texts(await call('getUpdates', { offset: firstId(all) + 2 }))).toEqual(['c']);
    expect(texts(await call('getUpdates', { offset: firstId(all) }))).toEqual(['c']);
  });

  it('counts a negative offset from the end and forgets what was before', async () => {
    for (const text of ['a', 'b', 'c']) fake.sendText(1, text);
    expect(texts(await call('getUpdates', { offset: -1 }))).toEqual(['c']);
    expect(fake.pending()).toHaveLength(1);
  });

  it('keeps no update of a kind that was not asked for', async () => {
    await call('getUpdates', { allowed_updates: ['callback_query'] });
    fake.sendText(1, 'unwanted');
    expect(fake.pending()).toEqual([]);
    await call('getUpdates', { allowed_updates: [] });
    fake.sendText(1, 'wanted');
    expect(texts(await call('getUpdates'))).toEqual(['wanted']);
  });

  it('holds a poll until something comes, and answers an empty one when its time is up', async () => {
    const poll = call('getUpdates', { timeout: 50 });
    await fake.until(() => fake.isPolled());
    fake.sendText(1, 'at last');
    expect(texts(await poll)).toEqual(['at last']);
    await call('getUpdates', { offset: firstId(await poll) + 1 });
    expect(texts(await call('getUpdates', { timeout: 1 }))).toEqual([]);
  });

  it('ends the first poller’s request when a second comes', async () => {
    const first = call('getUpdates', { timeout: 50 });
    await fake.until(() => fake.isPolled());
    await call('getUpdates');
    expect(await first).toMatchObject({ ok: false, error_code: 409 });
  });

  it('knows a wrong token from a malformed one, and no method it was not taught', async () => {
    expect(await call('getMe', {}, '7000001:wrong')).toMatchObject({ error_code: 401 });
    expect(await call('getMe', {}, 'nonsense')).toMatchObject({ error_code: 404 });
    expect(await call('sendDice', { chat_id: 1 })).toMatchObject({ error_code: 404 });
  });

  it('reads a query, a form and JSON alike, and refuses broken JSON', async () => {
    fake.sendText(1, '/start');
    const url = `${fake.apiRoot}/bot${fake.token}/sendMessage`;
    await fetch(`${url}?chat_id=1&text=query`);
    await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: '1', text: 'form' }) });
    const form = new FormData();
    form.set('chat_id', '1');
    form.set('text', 'multipart');
    await fetch(url, { method: 'POST', body: form });
    expect(fake.sent(1).map((each) => each.message.text)).toEqual(['query', 'form', 'multipart']);
    expect((await fetch(url, { method: 'POST', body: '{"chat_id":' })).status).toBe(400);
  });

  it('refuses keyboards beyond the limits', async () => {
    fake.sendText(1, '/start');
    const inline = (rows: object[][]) => send({ reply_markup: { inline_keyboard: rows } });
    const button = { text: 'x', callback_data: 'x'.repeat(64) };
    const row = (length: number) => Array.from({ length }, () => button);
    expect((await inline([row(8)])).ok).toBe(true);
    expect(await inline([row(9)])).toMatchObject({ error_code: 400 });
    expect(await inline(Array.from({ length: 101 }, () => [button]))).toMatchObject({ error_code: 400 });
    expect(await inline([[{ text: 'x', callback_data: '' }]])).toMatchObject({ error_code: 400 });
    expect(await inline([[{ text: '', callback_data: 'x' }]])).toMatchObject({ error_code: 400 });
    expect(await inline([[{ text: 'x', callback_data: 'x'.repeat(65) }]])).toMatchObject({
      description: 'Bad Request: BUTTON_DATA_INVALID',
    });
  });

  it('refuses markup that is not its own, by its place in bytes', async () => {
    fake.sendText(1, '/start');
    const html = (text: string) => send({ text, parse_mode: 'HTML' });
    for (const broken of ['<b>x', 'x</b>', '<b><i>x</b></i>', '<p>x</p>', 'a < b', '<a href>x</a>', '<b']) {
      expect((await html(broken)).description, broken).toMatch(/^Bad Request: can't parse entities: /u);
    }
    expect((await html('ä<p>x')).description).toContain('start tag "p" at byte offset 2');
    expect(await html('<b>&lt;&#33;&amp;&nbsp;</b>')).toMatchObject({ result: { text: '<!&&nbsp;' } });
  });

  it('says 429 to who does not slow down, until the time is up', async () => {
    fake.sendText(1, '/start');
    for (let n = 0; n < 20; n += 1) expect((await send({})).ok).toBe(true);
    expect(await send({})).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(await send({})).toMatchObject({ error_code: 429 });
    clock.advance(1000);
    expect((await send({})).ok).toBe(true);
  });

  it('edits what the bot sent, once for each change, and nothing else', async () => {
    const theirs = fake.sendText(1, '/start').message_id;
    await send({ text: 'before', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] } });
    const edit = (message_id: number) => call('editMessageText', { chat_id: 1, message_id, text: 'after' });
    expect(await edit(theirs)).toMatchObject({ description: "Bad Request: message can't be edited" });
    expect(await edit(theirs + 1)).toMatchObject({ result: { text: 'after' } });
    expect(fake.sent(1)[0]?.message.reply_markup).toBeUndefined();
    expect((await edit(theirs + 1)).description).toContain('message is not modified');
    expect(await edit(theirs + 2)).toMatchObject({ description: 'Bad Request: message to edit not found' });
  });
});
