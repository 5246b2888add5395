import fastify from 'fastify';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DeliveryReceipt } from '../../src/channel/adapter.ts';
import {
  anna,
  ben,
  browserOf,
  channelAt,
  eventually,
  hasChromium,
  type Setup,
  setUp,
  to,
} from './whatsapp-web-setup.ts';

const hi = { type: 'text', text: ['Hi'] } as const;

describe.skipIf(!hasChromium)('WhatsApp Web, when things break', () => {
  let setup: Setup;
  afterEach(async () => {
    await setup.close();
    expect(browserOf(setup.folder)).toBeNull();
  });

  const say = (peer: string): Promise<DeliveryReceipt> =>
    setup.channel.deliver(hi, to(peer), { key: `${peer}:0`, inReplyTo: 'x' });
  const browser = () => {
    const found = browserOf(setup.folder);
    if (!found) throw new Error('no browser');
    return found;
  };

  it('starts another browser after a crash of the page, of the browser, and a page that hangs; with the same session', async () => {
    setup = await setUp({ config: { patience: { pingEveryMs: 300, pingMs: 700, sendMs: 1500 } } });
    const opened = await setup.open();
    const codes = setup.phone.refs.length;
    const breaks: readonly [string, RegExp, () => void][] = [
      [
        'the page',
        /page crashed|does not answer/u,
        () => void browser().renderers.map((pid) => process.kill(pid, 'SIGKILL')),
      ],
      ['the browser', /browser ended/u, () => process.kill(browser().main, 'SIGKILL')],
      ['a page that hangs', /does not answer/u, () => setup.phone.freeze()],
    ];
    for (const [what, detail, breakIt] of breaks) {
      const before = browser().main;
      breakIt();
      await setup.became('down', detail);
      // What is written meanwhile is taken up, in order.
      setup.phone.writes(anna, { body: `first, while ${what} was gone` });
      setup.phone.writes(anna, { body: `then, while ${what} was gone` });
      // Somebody reads them on the phone: they are not answered for that.
      setup.phone.readOnPhone(anna);
      await setup.became('up');
      expect(browser().main).not.toBe(before);
      expect((await say(anna)).result).toBe('delivered');
    }
    await eventually(() => opened.events.length === 6);
    expect(opened.events.map(({ content }) => content.type === 'text' && content.text)).toEqual(
      breaks.flatMap(([what]) => [`first, while ${what} was gone`, `then, while ${what} was gone`]),
    );
    expect(setup.phone.refs).toHaveLength(codes);
  });

  it('is down with the reason when the page never starts or has been changed, and up when that is over', async () => {
    setup = await setUp({ config: { patience: { startMs: 8000, readyMs: 3000 } } });
    setup.phone.trouble('never-starts');
    await setup.listen();
    await setup.became('down', /page did not come up/u);
    setup.phone.trouble('renamed');
    await setup.became('down', /has changed \(WAWebOfflineHandler\)/u);
    setup.phone.trouble('never-syncs');
    await setup.became('waiting');
    setup.phone.scan();
    await setup.became('down', /never became ready/u);
    setup.phone.trouble(null);
    await setup.became('up');
    expect((await say(anna)).result).toBe('delivered');
  }, 90_000);

  it('shows a new code when the device is removed on the phone, and goes on after a conflict', async () => {
    setup = await setUp();
    const opened = await setup.open();
    setup.phone.become('CONFLICT');
    await setup.told('WHATSAPP_WEB_DOWN');
    expect(setup.log.find(({ code }) => code === 'WHATSAPP_WEB_DOWN')?.fields['reason']).toMatch(/opened elsewhere/u);
    await setup.became('up');
    const codes = setup.phone.refs.length;
    setup.phone.logOut();
    await setup.told('WHATSAPP_WEB_LOGGED_OUT');
    // The number is the same: what was written meanwhile is not lost.
    setup.phone.writes(ben, { body: 'anybody there?' });
    await setup.became('waiting');
    expect(setup.phone.refs.length).toBeGreaterThan(codes);
    setup.phone.scan();
    await setup.became('up');
    await eventually(() => opened.events.length === 1);
  });

  it('gets a fresh browser now and then, and nobody notices', async () => {
    setup = await setUp({ config: { patience: { renewMs: 1500, pingEveryMs: 200 } } });
    const opened = await setup.open();
    const before = browser().main;
    await setup.told('WHATSAPP_WEB_RENEWED');
    setup.phone.writes(anna, { body: 'still there?' });
    await eventually(() => opened.events.length === 1, 20_000);
    expect(browser().main).not.toBe(before);
    expect(setup.log.map(({ code }) => code)).not.toContain('WHATSAPP_WEB_DOWN');
  });

  it('stops asking when nobody scans, closes the browser, and asks again when somebody opens the page', async () => {
    setup = await setUp({ config: { patience: { codes: 2 } } });
    await setup.listen();
    await setup.became('waiting', /has to be scanned/u);
    setup.phone.rotate();
    setup.phone.rotate();
    await setup.became('waiting', /nobody scanned/u);
    expect(browserOf(setup.folder)).toBeNull();
    const app = fastify();
    await app.register(setup.web.routes());
    const path = setup.notices.at(-1)?.path ?? '';
    expect((await app.inject(path)).body).toContain('nobody scanned');
    await setup.became('waiting', /has to be scanned/u);
    expect((await app.inject(path)).body).toContain('code.svg');
  });

  it('says that the session is in use when the shop runs twice, and takes it over when the other has gone', async () => {
    setup = await setUp();
    const first = await setup.open();
    const second = channelAt(setup.phone, setup.folder);
    const stop = await second.web.adapter.listen?.(async () => 'accepted');
    onTestFinished(async () => void (await stop?.()));
    await eventually(() => second.web.adapter.health?.().detail?.includes('running twice'), 20_000);
    expect(setup.channel.health?.().state).toBe('up');
    await first.stop();
    await eventually(() => second.web.adapter.health?.().state === 'up', 20_000);
    expect(setup.phone.refs).toHaveLength(1);
    await stop?.();
  });

  it('never hangs on a message: a send that is never answered is tried again, and says so', async () => {
    setup = await setUp({ config: { patience: { sendMs: 700 } } });
    const opened = await setup.open();
    setup.phone.fail('hang');
    expect(await say(anna)).toEqual({ result: 'retry', afterMs: null, reason: 'WhatsApp Web did not answer in time' });
    setup.phone.fail('fail');
    expect(await say(anna)).toEqual({ result: 'retry', afterMs: null, reason: 'WhatsApp could not send it' });
    expect((await say(anna)).result).toBe('delivered');
    expect(setup.phone.sent(anna)).toHaveLength(1);

    // Taken without a word, and known to be taken when it is tried again: it is not said twice.
    setup.phone.fail('hang-after');
    expect((await say(ben)).result).toBe('retry');
    const [taken] = setup.phone.sent(ben);
    if (!taken) throw new Error('nothing was sent');
    setup.phone.acks(taken, 1);
    // What comes after it has come: so has the mark.
    setup.phone.writes(anna, { body: 'next' });
    await eventually(() => opened.events.length === 1);
    expect(await say(ben)).toEqual({ result: 'delivered', platformId: taken.id.id });
    expect(setup.phone.sent(ben)).toHaveLength(1);

    setup.phone.unregister(ben);
    expect(await say(ben)).toEqual({ result: 'unreachable', reason: 'this number is not on WhatsApp' });
    expect((await say('nobody')).result).toBe('rejected');
    const proactive = await setup.channel.deliver(hi, to(anna), { key: 'k', inReplyTo: null });
    expect(proactive).toEqual({ result: 'rejected', reason: 'they have not written first' });

    setup.phone.become('TIMEOUT');
    await setup.became('connecting', /not reached \(TIMEOUT\)/u);
    setup.phone.become('CONNECTED');
    await setup.became('up');
  });
});
