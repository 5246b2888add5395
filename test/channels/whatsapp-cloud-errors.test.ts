import { describe, expect, it } from 'vitest';
import { errorRules } from '../../adapters/channels/whatsapp-cloud/error-table.ts';
import { failures } from '../fakes/whatsapp-cloud/graph-failure.ts';
import { createManualClock } from '../manual-clock.ts';
import { openSetup, textPart } from './whatsapp-cloud-setup.ts';

describe('WhatsApp’s errors', () => {
  it('are each one row, which names its source and holds nothing of anybody', () => {
    const codes = errorRules.map(({ code }) => `${code}`);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { outcome, mend } of errorRules) expect(outcome === 'account').toBe(mend !== undefined);
  });

  it.each([
    [4, { result: 'retry', afterMs: 60_000 }],
    [80_007, { result: 'retry', afterMs: 60_000 }],
    [130_429, { result: 'retry', afterMs: 2_000 }],
    [131_048, { result: 'retry', afterMs: 900_000 }],
    [131_056, { result: 'retry', afterMs: 4_000 }],
    [1, { result: 'retry', afterMs: null }],
    [2, { result: 'retry', afterMs: null }],
    [131_000, { result: 'retry', afterMs: null }],
    [131_016, { result: 'retry', afterMs: null }],
    [131_026, { result: 'unreachable' }],
    [131_021, { result: 'unreachable' }],
    [131_049, { result: 'rejected' }],
    [131_050, { result: 'opted-out' }],
    [132_000, { result: 'rejected' }],
    [100, { result: 'rejected' }],
    [987_654, { result: 'rejected' }],
    [190, { result: 'retry', afterMs: 60_000 }],
    [0, { result: 'retry', afterMs: 60_000 }],
    [215, { result: 'retry', afterMs: 60_000 }],
    [368, { result: 'retry', afterMs: 60_000 }],
    [131_031, { result: 'retry', afterMs: 60_000 }],
  ])('%i becomes %o', async (code, receipt) => {
    const { deliver, fake } = await openSetup();
    fake.fail({ status: 400, code, message: 'about +16505551234: private words' });
    const told = await deliver(textPart('private words'));
    expect(told).toMatchObject(receipt);
    expect(JSON.stringify(told)).not.toMatch(/private|1650|EAA/u);
  });

  it('make one person’s pauses longer each time, and forget them after a message that went through', async () => {
    const { deliver, fake } = await openSetup();
    const pauses: (number | null)[] = [];
    for (let n = 0; n < 3; n += 1) {
      fake.fail(failures.tooManyToOne);
      const receipt = await deliver(textPart('x'), { key: 'a:1:0:0' });
      if (receipt.result === 'retry') pauses.push(receipt.afterMs);
    }
    expect(pauses).toEqual([4_000, 16_000, 64_000]);
    await deliver(textPart('x'), { key: 'a:1:0:0' });
    fake.fail(failures.tooManyToOne);
    expect(await deliver(textPart('x'))).toMatchObject({ afterMs: 4_000 });
  });

  it('keep everybody waiting when it is the account that has called too often', async () => {
    const clock = createManualClock();
    const { deliver, fake } = await openSetup({ deps: { clock }, fake: { now: clock.now } });
    fake.fail({ status: 400, code: 80_007, message: 'Rate limit issues', headers: { 'retry-after': '120' } });
    const heardAt = clock.now();
    expect(await deliver(textPart('a'), { heardAt })).toMatchObject({ result: 'retry', afterMs: 120_000 });
    expect(await deliver(textPart('b'), { peer: '4930555', heardAt })).toMatchObject({
      result: 'retry',
      afterMs: 120_000,
    });
    expect(fake.calls()).toHaveLength(1);
    clock.advance(120_000);
    expect(await deliver(textPart('b'), { peer: '4930555', heardAt })).toMatchObject({ result: 'delivered' });
  });

  it('are an outage when there is no code: a proxy’s page, no answer, a closed socket', async () => {
    const { deliver, fake, channel } = await openSetup({ channel: { timeoutMs: 1000 } });
    fake.fail('close');
    expect(await deliver(textPart('x'))).toMatchObject({ result: 'retry', afterMs: null });
    fake.fail('hang');
    expect(await deliver(textPart('x'))).toMatchObject({
      result: 'retry',
      afterMs: null,
      reason: 'no answer: timeout',
    });
    expect(channel.health?.()).toMatchObject({ state: 'connecting' });
    expect(await deliver(textPart('x'))).toMatchObject({ result: 'delivered' });
    expect(channel.health?.()).toEqual({ state: 'up' });
  });

  it('of the token say what mends it, once in the log and in the health, and hold up nothing for good', async () => {
    const { deliver, fake, channel, log } = await openSetup();
    fake.fail(failures.tokenExpired, { times: 2 });
    for (let n = 0; n < 2; n += 1)
      expect(await deliver(textPart('x'))).toMatchObject({ result: 'retry', afterMs: 60_000 });
    expect(channel.health?.()).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('WHATSAPP_CLOUD_TOKEN'),
    });
    expect(log.map(({ level, code }) => [level, code])).toEqual([['error', 'WHATSAPP_CLOUD_ACCOUNT']]);
    await deliver(textPart('x'));
    expect(channel.health?.()).toEqual({ state: 'up' });
  });

  it('show at the start when the token or the number does not hold', async () => {
    const { fake, channel, told } = await openSetup({ channel: { token: 'wrong' } });
    await channel.listen?.(async () => 'accepted');
    await told('WHATSAPP_CLOUD_UNREACHED');
    expect(channel.health?.()).toMatchObject({ state: 'down' });
    expect(fake.calls()).toEqual([`GET /v23.0/${fake.phoneNumberId}`]);
  });
});

describe('the pace on WhatsApp', () => {
  it('gives one person forty at once, then makes them wait, and nobody else', async () => {
    const clock = createManualClock();
    const { deliver } = await openSetup({ deps: { clock }, channel: { pace: { perSecond: 1000, burst: 1000 } } });
    const heardAt = clock.now();
    for (let n = 0; n < 40; n += 1)
      expect(await deliver(textPart(`${n}`), { heardAt })).toMatchObject({ result: 'delivered' });
    expect(await deliver(textPart('40'), { heardAt })).toMatchObject({ result: 'retry', afterMs: 6_000 });
    expect(await deliver(textPart('0'), { heardAt, peer: '4930555' })).toMatchObject({ result: 'delivered' });
    clock.advance(6_000);
    expect(await deliver(textPart('40'), { heardAt })).toMatchObject({ result: 'delivered' });
  });
});
