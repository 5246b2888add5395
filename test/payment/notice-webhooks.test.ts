import fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerErrors } from '../../adapters/web/errors.ts';
import { noticeHook, noticeWebhooks } from '../../adapters/web/notice-webhooks.ts';
import type { Refusal } from '../../src/commerce/refusal.ts';
import { type Recorded, recordingLog } from '../commerce/payment/recording-log.ts';
import { createManualClock } from '../manual-clock.ts';

let app: ReturnType<typeof fastify>;
let logged: Recorded[];
let taken: string[];
let failing: boolean;
const clock = createManualClock();

/** Genuine when it begins with `ours:`; each letter after it is a notice. */
async function read({ body }: { readonly body: Uint8Array }): Promise<readonly string[] | Refusal> {
  const text = Buffer.from(body).toString('utf8');
  return text.startsWith('ours:') ? [...text.slice(5)] : { refused: 'forged' };
}

beforeEach(async () => {
  app = fastify();
  answerErrors(app);
  [logged, taken, failing] = [[], [], false];
  const take = async (notice: string): Promise<void> => {
    if (failing && taken.length > 0) throw Object.assign(new Error('disk full: secret'), { code: 'STORE_FAILED' });
    taken.push(notice);
  };
  const hooks = [noticeHook({ who: 'bank', path: '/webhooks/bank', read, take })];
  await app.register(noticeWebhooks({ hooks, log: recordingLog(logged), clock }));
});
afterEach(() => app.close());

const post = (payload: string, headers = {}) =>
  app.inject({
    method: 'POST',
    url: '/webhooks/bank',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('the route of notices', () => {
  it('says yes when everything is taken, in the order it was told', async () => {
    expect((await post('ours:abc')).statusCode).toBe(200);
    expect(taken).toEqual(['a', 'b', 'c']);
  });

  it('says yes to what is genuine and about nothing', async () => {
    expect((await post('ours:')).statusCode).toBe(200);
    expect(taken).toEqual([]);
  });

  it('refuses a forger with 401, takes nothing, and logs one line a minute with how many there were', async () => {
    for (const _try of [1, 2, 3]) expect((await post('theirs:abc')).statusCode).toBe(401);
    expect(taken).toEqual([]);
    clock.advance(61_000);
    await post('theirs');
    const refusals = logged.filter(({ code }) => code === 'WEBHOOK_REFUSED');
    expect(refusals.map(({ fields }) => fields['times'])).toEqual([1, 3]);
    expect(refusals[0]?.fields).toEqual({ channel: 'bank', reason: 'forged', times: 1 });
  });

  it('asks to come again with 503 when something of it could not be kept, and says no word of why', async () => {
    failing = true;
    const answer = await post('ours:abc');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.body).not.toContain('disk');
    expect(taken).toEqual(['a']);
    expect(logged).toEqual([
      { level: 'error', code: 'NOTICE_NOT_KEPT', fields: { from: 'bank', code: 'STORE_FAILED' } },
    ]);
  });

  it('reads the bytes as they came, whatever they are called', async () => {
    for (const type of ['application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded']) {
      expect((await post('ours:\u00e9', { 'content-type': type })).statusCode).toBe(200);
    }
    expect(taken).toEqual(['é', 'é', 'é']);
  });

  it('knows no GET, and no body beyond its limit', async () => {
    expect((await app.inject({ method: 'GET', url: '/webhooks/bank' })).statusCode).toBe(404);
    expect((await post(`ours:${'a'.repeat(3_200_000)}`)).statusCode).toBe(413);
    expect(taken).toEqual([]);
  });
});
