import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { privateChat, type Setup, setUp } from './telegram-setup.ts';

describe('a draft on Telegram', () => {
  let setup: Setup;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = createManualClock();
    setup = await setUp({ fake: { flood: null }, deps: { clock } });
    setup.fake.sendText(7, '/start');
  });
  afterEach(() => setup.close());

  const draft = (text: string, chat = 7) => setup.channel.draft?.(text, privateChat(setup.fake, chat));

  it('is shown, and the next one a second later', async () => {
    const shown = draft('We have two');
    await clock.untilWaiting();
    expect(setup.fake.drafts(7)).toEqual(['We have two']);
    expect(clock.nextIn()).toBe(1000);
    clock.advance(1000);
    await shown;
    expect(setup.fake.sent(7)).toEqual([]);
  });

  it('that is the last one is not waited for longer than until it is shown', async () => {
    const ended = new AbortController();
    const shown = setup.channel.draft?.('We have two', privateChat(setup.fake, 7), ended.signal);
    ended.abort();
    await shown;
    expect(setup.fake.drafts(7)).toEqual(['We have two']);
    expect(clock.waiting()).toBe(0);
  });

  it('is cut at what Telegram takes, not in the middle of an emoji', async () => {
    const shown = draft(`${'a'.repeat(4095)}👍`);
    await clock.untilWaiting();
    clock.advance(1000);
    await shown;
    expect(setup.fake.drafts(7)).toEqual(['a'.repeat(4095)]);
  });

  it('becomes “typing…” where it is refused, and fails nothing', async () => {
    setup.fake.fail('sendMessageDraft', { error_code: 400, description: 'Bad Request: drafts are off' });
    const shown = draft('We have two');
    await clock.untilWaiting();
    expect(setup.fake.actions(7)).toEqual(['typing']);
    expect(clock.nextIn()).toBe(4000);
    clock.advance(4000);
    await shown;
  });

  it('waits as long as Telegram says', async () => {
    const parameters = { retry_after: 9 };
    setup.fake.fail('sendMessageDraft', { error_code: 429, description: 'Too Many Requests', parameters });
    const shown = draft('We have two');
    await clock.untilWaiting();
    expect(clock.nextIn()).toBe(9000);
    clock.advance(9000);
    await shown;
    expect(setup.fake.actions(7)).toEqual([]);
  });
});
