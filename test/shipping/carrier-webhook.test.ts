import fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEasypostCarrier } from '../../adapters/shipping/easypost/easypost-carrier.ts';
import { noticeHook, noticeWebhooks } from '../../adapters/web/notice-webhooks.ts';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { takeTrackings } from '../../src/commerce/shipping/take-trackings.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type FakeEasypost, startFakeEasypost } from '../fakes/easypost/fake-easypost.ts';
import { openParcelRoom, type ParcelRoom } from './parcel-room.ts';

describe('a carrier’s webhook, over HTTP', () => {
  let easypost: FakeEasypost;
  let at: ParcelRoom;
  let isDown: boolean;
  let app: ReturnType<typeof fastify>;
  beforeEach(async () => {
    isDown = false;
    easypost = await startFakeEasypost();
    at = await openParcelRoom({
      reading: () => {
        if (isDown) throw new Error('down');
      },
    });
    await at.putOrder({ status: 'shipped', tracking: '94001000', reserved: [] });
    const { webhook } = createEasypostCarrier(easypost, { clock: systemClock, log: silentLog });
    if (webhook === undefined) throw new Error('no webhook');
    const take = (one: Parameters<typeof takeTrackings>[2][number]) => takeTrackings(at.parts, 'easypost', [one]);
    const hook = noticeHook({ who: 'easypost', ...webhook, take });
    app = fastify();
    await app.register(noticeWebhooks({ hooks: [hook], log: silentLog }));
  });
  afterEach(async () => {
    await app.close();
    await easypost.close();
  });

  const post = ({ url, headers, body }: RawRequest) =>
    app.inject({ method: 'POST', url, headers: { ...headers } as Record<string, string>, payload: Buffer.from(body) });
  const moved = (status: string, hours: number) => {
    const updatedAt = new Date(at.room.now + hours * 3_600_000).toISOString();
    easypost.moves('94001000', { status, updatedAt });
    return easypost.posts('94001000');
  };

  it('brings an order to the door, whatever comes twice, late, or at the same moment', async () => {
    const [out, there] = [moved('out_for_delivery', 1), moved('delivered', 2)];
    const answers = await Promise.all([post(out), post(out), post(there), post(there), post(out)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    expect(await at.order()).toMatchObject({ status: 'delivered' });
    const news = await at.news();
    expect(news.filter((one) => one === 'order-delivered')).toHaveLength(1);
    expect(news.filter((one) => one === 'out-for-delivery').length).toBeLessThanOrEqual(1);
  });

  it('is answered 401 when it is forged, and 200 when it is of a parcel that is not ours', async () => {
    const genuine = moved('delivered', 1);
    const forged = { ...genuine, headers: { ...genuine.headers, 'x-hmac-signature': 'hmac-sha256-hex=00' } };
    expect((await post(forged)).statusCode).toBe(401);
    expect(await at.order()).toMatchObject({ status: 'shipped' });
    expect((await post(easypost.posts('SOMEBODY-ELSES'))).statusCode).toBe(200);
  });

  it('is answered 503 while it cannot be kept, and is taken when it comes again', async () => {
    const there = moved('delivered', 1);
    isDown = true;
    expect((await post(there)).statusCode).toBe(503);
    isDown = false;
    expect((await post(there)).statusCode).toBe(200);
    expect(await at.order()).toMatchObject({ status: 'delivered' });
  });
});
