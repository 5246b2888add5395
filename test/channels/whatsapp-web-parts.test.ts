import { spawn } from 'node:child_process';
import { mkdir, readlink, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { LateError, within } from '../../adapters/channels/whatsapp-web/deadline.ts';
import { createIntake } from '../../adapters/channels/whatsapp-web/intake.ts';
import { endOfDisconnect, endOfStart } from '../../adapters/channels/whatsapp-web/line-end.ts';
import { createMark } from '../../adapters/channels/whatsapp-web/mark.ts';
import { createPaceGate } from '../../adapters/channels/whatsapp-web/pace.ts';
import { createScan, warning } from '../../adapters/channels/whatsapp-web/scan.ts';
import { scanPage } from '../../adapters/channels/whatsapp-web/scan-page.ts';
import { clearStaleLock } from '../../adapters/channels/whatsapp-web/session-lock.ts';
import type { Notice } from '../../adapters/channels/whatsapp-web/settings.ts';
import { guardStrayRejections, isStray } from '../../adapters/channels/whatsapp-web/stray-rejections.ts';
import { createWhatsappWeb } from '../../adapters/channels/whatsapp-web/whatsapp-web.ts';
import { toWhatsapp } from '../../adapters/channels/whatsapp-web/words.ts';
import { conversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';
import { recordingLog } from './telegram-setup.ts';

/** Time that passes as soon as somebody waits for it. */
function quickClock(): Clock & { readonly waited: number[] } {
  let now = 1_000_000;
  const waited: number[] = [];
  return {
    waited,
    now: () => now,
    after(ms, call) {
      waited.push(ms);
      now += ms;
      queueMicrotask(call);
      return () => undefined;
    },
  };
}

/** Time that stands still. */
const stillClock: Clock = { now: () => 0, after: () => () => undefined };

describe('the pace', () => {
  it('lets one message through at a time, never sooner than it says, and by chance later', async () => {
    const clock = quickClock();
    const gate = createPaceGate({ everyMs: 1500, jitterMs: 1000, patienceMs: 20_000 }, { clock, random: () => 0.5 });
    for (let count = 0; count < 4; count++) expect(await gate.pass()).toBeNull();
    expect(clock.waited).toEqual([2000, 2000, 2000]);
  });

  it('hands a long wait back instead of waiting', async () => {
    const gate = createPaceGate(
      { everyMs: 1500, jitterMs: 0, patienceMs: 4000 },
      { clock: stillClock, random: () => 0 },
    );
    void Promise.all([gate.pass(), gate.pass(), gate.pass()]);
    expect(await gate.pass()).toBe(4500);
  });
});

describe('what has to be scanned', () => {
  const code = `2@${'x'.repeat(100)},${'y'.repeat(44)},${'z'.repeat(44)},${'w'.repeat(44)},1`;

  it('fits a terminal of 80 columns, with its two of margin, and is shown there three times', () => {
    const notices: Notice[] = [];
    const scan = createScan((notice) => notices.push(notice));
    for (let count = 0; count < 10; count++) scan.code(code);
    expect(notices).toHaveLength(4);
    scan.pause();
    const widths = [...notices.flatMap(({ lines }) => lines), ...warning].map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(78);
  });

  it('is on a page that only its key opens, that no cache keeps, and that needs no script', async () => {
    const scan = createScan(() => undefined);
    let wakes = 0;
    const app = fastify();
    await app.register(
      scanPage({ scan, health: () => ({ state: 'waiting', detail: 'a <code>' }), wake: () => void wakes++ }),
    );
    for (const key of ['', 'x', scan.key.slice(1), `${scan.key}x`]) {
      for (const file of ['', '/code.svg', '/page.css']) {
        const answer = await app.inject(`/whatsapp-web/${key}${file}`);
        expect([answer.statusCode, answer.body.includes('svg')]).toEqual([404, false]);
      }
    }
    expect(wakes).toBe(0);
    const empty = await app.inject(scan.path);
    expect(empty.headers['cache-control']).toBe('no-store');
    expect(empty.body).toContain('a &#60;code&#62;');
    expect(empty.body).not.toMatch(/<script|<style| style=| on\w+=/u);
    expect(wakes).toBe(1);
    expect((await app.inject(`${scan.path}/code.svg`)).statusCode).toBe(404);
    scan.code(code);
    expect((await app.inject(scan.path)).body).toContain(`${scan.path}/code.svg`);
    const picture = await app.inject(`${scan.path}/code.svg`);
    expect([picture.headers['content-type'], picture.body.startsWith('<svg')]).toEqual(['image/svg+xml', true]);
    expect((await app.inject(`${scan.path}/page.css`)).headers['content-type']).toContain('text/css');
  });
});

describe('the lock of a session', () => {
  const lockedBy = async (holder: string): Promise<string | null> => {
    const folder = join(await temporaryFolder(), 'session');
    await mkdir(folder);
    await symlink(holder, join(folder, 'SingletonLock'));
    await clearStaleLock(folder);
    return readlink(join(folder, 'SingletonLock')).catch(() => null);
  };

  it('is left where its holder lives, and taken away where it is gone or was another machine', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('exit', resolve));
    expect(await lockedBy(`${hostname()}-${process.pid}`)).not.toBeNull();
    expect(await lockedBy(`${hostname()}-${gone.pid}`)).toBeNull();
    expect(await lockedBy(`another-host-${process.pid}`)).toBeNull();
    expect(await lockedBy('nonsense')).toBeNull();
  });
});

describe('a rejection that nobody waits for', () => {
  const stray = (message: string, stack: string) => Object.assign(new Error(message), { stack });
  const inLibrary = 'Error\n at x (/shop/node_modules/puppeteer-core/lib/cjs/Page.js:1:1)';

  it('is let go only when it is a broken line from inside the library', () => {
    expect(isStray(stray('Protocol error (Runtime.callFunctionOn): Target closed', inLibrary))).toBe(true);
    expect(isStray(stray('Protocol error: Target closed', 'Error\n at x (/shop/src/a.js:1:1)'))).toBe(false);
    expect(isStray(stray('x is not a function', inLibrary))).toBe(false);
    expect(isStray('Target closed')).toBe(false);
    expect(isStray(undefined)).toBe(false);
  });

  it('ends the process as ever when it is anything else', () => {
    const { log, lines } = recordingLog();
    const before = process.listeners('unhandledRejection');
    const unguard = guardStrayRejections(log);
    const [guard] = process.listeners('unhandledRejection').filter((each) => !before.includes(each));
    const reason = new Error('a defect');
    expect(() => guard?.(reason, Promise.resolve())).toThrow(reason);
    guard?.(stray('Session closed. Most likely the page has been closed.', inLibrary), Promise.resolve());
    expect(lines.map(({ code }) => code)).toEqual(['WHATSAPP_WEB_STRAY']);
    unguard();
    expect(process.listeners('unhandledRejection')).toEqual(before);
  });
});

describe('what comes in', () => {
  const said = (peer: string, text: string, at = 1): InboundEvent => ({
    ...{ id: `${peer}:${text}`, at, content: { type: 'text', text } },
    conversation: conversationId({ channel: 'whatsapp-web', account: 'shop', peer }),
  });

  it('waits behind what was missed', async () => {
    const got: string[] = [];
    const receive = async ({ id }: InboundEvent) => {
      got.push(id);
      return 'accepted' as const;
    };
    const intake = createIntake({
      receive,
      clock: stillClock,
      log: silentLog,
      stopping: new AbortController().signal,
      durable: () => {},
    });
    intake.hold();
    intake.take(said('a', 'live'));
    await intake.settled();
    expect(got).toEqual([]);
    intake.release([said('a', 'missed'), said('b', 'missed')]);
    await intake.settled();
    expect(got).toEqual(['a:missed', 'b:missed', 'a:live']);
  });

  it('is tried until it is durable, in order, and counts as durable only then', async () => {
    const got: string[] = [];
    const durable: [string, boolean][] = [];
    let failures = 40;
    const clock = quickClock();
    const intake = createIntake({
      ...{ clock, log: silentLog, stopping: new AbortController().signal },
      receive: async ({ id }) => {
        if (id === 'a:1' && failures-- > 0) throw new Error('no');
        got.push(id);
        return 'accepted';
      },
      durable: (last, isAll) => durable.push([last.id, isAll]),
    });
    for (const text of ['1', '2']) intake.take(said('a', text));
    intake.take(said('b', '1'));
    await intake.settled();
    expect(got).toEqual(['b:1', 'a:1', 'a:2']);
    expect(durable).toEqual([
      ['b:1', false],
      ['a:2', true],
    ]);
    expect(Math.max(...clock.waited)).toBe(32_000);
  });

  it('is known up to its mark after a restart, for the number that was linked and no other', async () => {
    const folder = await temporaryFolder();
    const mark = createMark(folder, silentLog);
    expect(await mark.since('1@c.us')).toBeNull();
    for (const at of [5, 9, 7]) mark.move(at);
    await mark.written();
    expect(await createMark(folder, silentLog).since('1@c.us')).toBe(9);
    expect(await createMark(folder, silentLog).since('2@c.us')).toBeNull();
  });

  it('stays before a history that could not be read, also over a restart, and goes on once it has been', async () => {
    const folder = await temporaryFolder();
    const mark = createMark(folder, silentLog);
    await mark.since('1@c.us');
    mark.move(5);
    mark.hold();
    mark.move(9);
    await mark.written();
    expect(await createMark(folder, silentLog).since('1@c.us')).toBe(5);
    mark.letGo();
    await mark.written();
    expect(await createMark(folder, silentLog).since('1@c.us')).toBe(9);
  });
});

describe('before it listens', () => {
  it('is down, and has everything asked for again', async () => {
    const config = { folder: await temporaryFolder(), chromiumPath: '/nowhere' };
    const { adapter } = createWhatsappWeb(config, { log: silentLog, show: () => undefined });
    expect(adapter.health?.()).toEqual({ state: 'down', detail: 'not started' });
    const to = { channel: 'whatsapp-web', account: 'shop', peer: '1@c.us' } as const;
    const receipt = await adapter.deliver({ type: 'text', text: ['x'] }, to, { key: 'k', inReplyTo: 'm' });
    expect(receipt).toEqual({ result: 'retry', afterMs: 1000, reason: 'WhatsApp Web is not connected' });
    await expect(adapter.fetchMedia?.('x')).rejects.toMatchObject({ code: 'WHATSAPP_WEB_AWAY' });
    await adapter.typing?.(to);
  });

  it('says that there is no Chromium where it was told, and stops', async () => {
    const { log, told } = recordingLog();
    const config = { folder: await temporaryFolder(), chromiumPath: '/nowhere/chromium' };
    const { adapter } = createWhatsappWeb(config, { log, show: () => undefined });
    const stop = await adapter.listen?.(async () => 'accepted');
    expect((await told('WHATSAPP_WEB_DOWN')).fields).toEqual({
      reason: 'Chromium does not start: look at CHROMIUM_PATH',
    });
    await stop?.();
    expect(adapter.health?.()).toMatchObject({ state: 'down' });
  });
});

describe('the end of a line', () => {
  it('is told in words for the merchant, whatever the library rejects with', () => {
    const start = (error: unknown) => endOfStart(error).reason;
    expect(start('auth timeout')).toContain('did not come up');
    expect(start(new Error('Requiring unknown module "WAWebCmd"'))).toContain('has changed (WAWebCmd)');
    expect(start(new Error('The browser is already running for /x. Use a different `userDataDir`'))).toContain('twice');
    expect(start(new Error('Failed to launch the browser process: Code: 1 No usable sandbox!'))).toContain('sandbox');
    expect(start(new Error('spawn /nowhere ENOENT'))).toContain('CHROMIUM_PATH');
    for (const odd of [undefined, null, 7, {}, new Error('at 15551110001@c.us')])
      expect(start(odd)).not.toContain('1555');
    expect(endOfDisconnect('LOGOUT').why).toBe('logged-out');
    expect(endOfDisconnect('CONFLICT').why).toBe('conflict');
    expect(endOfDisconnect('Max qrcode retries reached').why).toBe('unscanned');
    expect(endOfDisconnect('NAVIGATION').reason).toContain('NAVIGATION');
    expect(endOfDisconnect({ number: 15551110001 }).reason).not.toContain('1555');
  });
});

describe('a call into the page', () => {
  it('is late when it is not answered, and its own outcome else', async () => {
    const never = new Promise(() => {});
    await expect(within({ clock: quickClock(), ms: 10 }, never)).rejects.toBeInstanceOf(LateError);
    await expect(within({ clock: stillClock, ms: 10 }, Promise.resolve(5))).resolves.toBe(5);
    await expect(within({ clock: stillClock, ms: 10 }, Promise.reject(new Error('own')))).rejects.toThrow('own');
  });
});

describe('words', () => {
  it('have WhatsApp’s signs next to what is not a space, line by line, and none where they would pass the limit', () => {
    expect(toWhatsapp([{ bold: [' a ', { italic: ['b'] }, '\n\nc '] }, { code: 'd' }], 100)).toBe(
      ' *a _b_*\n\n*c* `d`',
    );
    expect(toWhatsapp(['see ', { link: 'https://x.example', text: ['it'] }], 100)).toBe('see it (https://x.example)');
    expect(toWhatsapp([{ bold: ['abc'] }], 4)).toBe('abc');
  });
});
