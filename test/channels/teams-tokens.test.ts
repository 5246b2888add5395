import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhooks } from '../../adapters/web/webhooks.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { hmacToken, signedToken, signingKey, unsignedToken } from '../fakes/teams/keys.ts';
import { activity, type Setup, setUp } from './teams-setup.ts';
import { recordingLog } from './telegram-setup.ts';

const now = () => Math.floor(Date.now() / 1000);

interface Case {
  readonly title: string;
  readonly status: 200 | 401;
  /** The authorization header; `null` for none. */
  readonly header: (setup: Setup) => string | null;
  readonly instead?: object;
}

const stranger = signingKey('teams-key', ['msteams']);
const unknown = signingKey('unknown-key', ['msteams']);
const signed = (claims: object) => (setup: Setup) => setup.fake.authorization(claims as never);
const bearer = (token: string) => `Bearer ${token}`;

const cases: readonly Case[] = [
  { title: 'a genuine token', status: 200, header: signed({}) },
  { title: 'one that ran out less than five minutes ago', status: 200, header: signed({ exp: now() - 120 }) },
  { title: 'no header', status: 401, header: () => null },
  { title: 'an empty header', status: 401, header: () => '' },
  { title: 'garbage', status: 401, header: () => 'Bearer garbage' },
  { title: 'garbage with two dots', status: 401, header: () => 'Bearer a.b.c' },
  { title: 'another scheme', status: 401, header: (setup) => setup.fake.authorization().replace('Bearer', 'Basic') },
  { title: 'a second word', status: 401, header: (setup) => `${setup.fake.authorization()} more` },
  { title: 'another issuer', status: 401, header: signed({ iss: 'https://sts.windows.net/other/' }) },
  {
    title: 'the emulator’s issuer',
    status: 401,
    header: signed({
      iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      ver: '1.0',
      appid: '11111111-2222-4333-8444-555555555555',
    }),
  },
  { title: 'an unknown key', status: 401, header: ({ fake }) => bearer(signedToken(unknown, fake.claims())) },
  {
    title: 'a stranger’s key under the known name',
    status: 401,
    header: ({ fake }) => bearer(signedToken(stranger, fake.claims())),
  },
  { title: 'a signature with one letter changed', status: 401, header: (setup) => flipped(setup.fake.authorization()) },
  { title: 'a signature cut off', status: 401, header: (setup) => setup.fake.authorization().replace(/[^.]*$/u, '') },
  {
    title: 'other claims under a genuine signature',
    status: 401,
    header: ({ fake }) => swapped(fake.authorization(), fake.claims({ exp: now() + 99_999 })),
  },
  {
    title: 'HS256 with the public key as its secret',
    status: 401,
    header: ({ fake }) => bearer(hmacToken(fake.key, fake.claims())),
  },
  { title: 'alg none', status: 401, header: ({ fake }) => bearer(unsignedToken(fake.key, fake.claims())) },
  { title: 'one that ran out long ago', status: 401, header: signed({ exp: now() - 3600 }) },
  { title: 'one that does not hold yet', status: 401, header: signed({ nbf: now() + 3600 }) },
  { title: 'another bot’s', status: 401, header: signed({ aud: 'aaaaaaaa-2222-4333-8444-555555555555' }) },
  { title: 'no bot’s', status: 401, header: signed({ aud: undefined }) },
  { title: 'no service', status: 401, header: signed({ serviceurl: undefined }) },
  { title: 'another service', status: 401, header: signed({ serviceurl: 'https://evil.example/' }) },
  { title: 'an activity that names no service', status: 401, header: signed({}), instead: { serviceUrl: undefined } },
  {
    title: 'an activity of a channel with checks of its own',
    status: 401,
    header: signed({}),
    instead: { channelId: 'AseChannel' },
  },
  {
    title: 'a key endorsed for another channel',
    status: 401,
    header: ({ fake }) => bearer(signedToken(fake.otherChannelsKey, fake.claims())),
  },
];

function flipped(header: string): string {
  const at = header.length - 20;
  return `${header.slice(0, at)}${header[at] === 'A' ? 'B' : 'A'}${header.slice(at + 1)}`;
}

function swapped(header: string, claims: object): string {
  return header.replace(/\.[^.]*\./u, `.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`);
}

describe('the webhook of Teams, before real tokens', () => {
  const app = Fastify();
  const received: InboundEvent[] = [];
  const { log, lines } = recordingLog();
  let setup: Setup;

  beforeAll(async () => {
    setup = await setUp();
    const receive = async (event: InboundEvent) => {
      received.push(event);
      return 'accepted' as const;
    };
    await app.register(webhooks({ channels: [setup.channel], receive, log }));
  });

  afterAll(async () => {
    await app.close();
    await setup.fake.close();
  });

  const post = (header: string | null, payload: object | string | Buffer) =>
    app.inject({
      method: 'POST',
      url: '/webhooks/teams',
      headers: { 'content-type': 'application/json', ...(header === null ? {} : { authorization: header }) },
      payload,
    });

  it.each(cases)('answers $status to $title', async ({ status, header, instead = {} }) => {
    const before = received.length;
    const authorization = header(setup);
    const answer = await post(authorization, activity(setup.fake, { text: 'hello', ...instead }));
    expect(answer.statusCode).toBe(status);
    expect(received.length - before).toBe(status === 200 ? 1 : 0);
    const token = authorization?.replace(/^\w+ /u, '') ?? '';
    if (token.length > 16) expect(answer.body + JSON.stringify(lines)).not.toContain(token.slice(0, 16));
  });

  it.each([
    ['[]', 200],
    ['"words"', 200],
    ['{}', 401],
    ['not json', 400],
    ['{"type":"message","serviceUrl":', 400],
    ['\xff\xfe', 400],
  ])('takes nothing out of a body that is no activity, though the token is genuine: %s is %i', async (body, status) => {
    const before = received.length;
    expect((await post(setup.fake.authorization(), Buffer.from(body, 'latin1'))).statusCode).toBe(status);
    expect(received).toHaveLength(before);
  });

  it('reads the same request again as the same event', async () => {
    const authorization = setup.fake.authorization();
    const body = activity(setup.fake, { text: 'hello', id: 'replayed' });
    for (const _ of [1, 2]) expect((await post(authorization, body)).statusCode).toBe(200);
    const [one, other] = received.slice(-2);
    expect(one).toEqual(other);
  });

  it('answers a card’s invoke with a body, another invoke with 501, and whatever else with nothing', async () => {
    const at = (instead: object) => post(setup.fake.authorization(), activity(setup.fake, instead));
    const value = { action: { type: 'Action.Execute', verb: 'pick', data: { choice: 'cart', label: 'My cart' } } };
    const executed = await at({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect(executed.statusCode).toBe(200);
    expect(executed.json()).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(received.at(-1)?.content).toEqual({ type: 'choice', id: 'cart', label: 'My cart' });
    const before = received.length;
    expect((await at({ type: 'invoke', name: 'task/fetch' })).statusCode).toBe(501);
    expect(received).toHaveLength(before);
    expect((await at({ type: 'typing' })).body).toBe('');
  });
});

describe('a bot whose keys cannot be fetched', () => {
  it('believes nobody, says that it is down, and does not take it for a forgery', async () => {
    const { fake, channel, log } = await setUp();
    const other = await setUp({ channel: { keysUrl: `${fake.loginUrl}/keys/lost` } });
    const request = {
      method: 'POST',
      url: '/',
      headers: { authorization: fake.authorization() },
      body: new Uint8Array(),
    };
    expect(await channel.authenticate(request)).toEqual({ result: 'accept' });
    await expect(other.channel.authenticate(request)).rejects.toMatchObject({ code: 'TEAMS_KEYS_UNREACHED' });
    expect(other.channel.health?.().state).toBe('down');
    expect(other.log.map(({ code }) => code)).toContain('TEAMS_KEYS_UNREACHED');
    expect(channel.health?.().state).toBe('up');
    expect(log).toEqual([]);
    await Promise.all([fake.close(), other.fake.close()]);
  });
});
