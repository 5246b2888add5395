import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { servePictures } from '../../adapters/web/pictures.ts';
import { createWebServer, type Health, type WebServer } from '../../adapters/web/server.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function create(
  health: () => Health = () => ({ healthy: true }),
  lines: string[] = [],
  more: { readonly proxies?: number } = {},
): WebServer {
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const server = createWebServer({ host: '127.0.0.1', port: 0, ...more }, { log, health });
  cleanUps.push(() => server.close());
  return server;
}

describe('the web server', () => {
  it('sends its security headers with every answer', async () => {
    const { app } = create();
    for (const url of ['/health', '/nowhere']) {
      const { headers } = await app.inject(url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    }
  });

  it('takes the visitor’s address from so many proxies as stand in front, and from nobody else', async () => {
    const told = async (proxies: number): Promise<string> => {
      const { app } = create(undefined, [], { proxies });
      app.get('/who', async (request) => request.ip);
      const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
      return (await app.inject({ url: '/who', headers })).body;
    };
    expect(await told(0)).toBe('127.0.0.1');
    expect(await told(1)).toBe('198.51.100.7');
    expect(await told(2)).toBe('203.0.113.9');
  });

  it('says whether the shop is well, for people and for load balancers', async () => {
    const well = await create(() => ({ healthy: true, queued: 3 })).app.inject('/health');
    expect([well.statusCode, well.json()]).toEqual([200, { healthy: true, queued: 3 }]);
    expect((await create(() => ({ healthy: false })).app.inject('/health')).statusCode).toBe(503);
    const broken = create(() => {
      throw new Error('no store');
    });
    const answer = await broken.app.inject('/health');
    expect([answer.statusCode, answer.body.includes('store')]).toEqual([503, false]);
  });

  it('answers a defect without telling what is inside, and logs it', async () => {
    const lines: string[] = [];
    const { app } = create(undefined, lines);
    app.get('/defect', () => Promise.reject(new Error('password=1234')));
    const answer = await app.inject('/defect');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('1234');
    expect(lines.join('')).toContain('a request failed');
  });

  it('logs no address, header or body of a request that went well', async () => {
    const lines: string[] = [];
    const { app } = create(undefined, lines);
    app.post('/echo', async (_request, reply) => reply.send('ok'));
    await app.inject({
      method: 'POST',
      url: '/echo?who=Ada',
      headers: { 'x-token': 'T0K3N' },
      payload: { say: 'W0RDS' },
    });
    expect(lines.join('')).not.toMatch(/Ada|T0K3N|W0RDS|127\.0\.0\.1/u);
  });

  it('finishes what it is answering before it is closed', async () => {
    const server = create();
    let finish = (_words: string) => {};
    let begun = () => {};
    const started = new Promise<void>((go) => (begun = go));
    server.app.get('/slow', () => {
      begun();
      return new Promise<string>((go) => (finish = go));
    });
    const url = await server.listen();
    const answer = fetch(`${url}/slow`);
    await started;
    const closed = server.close();
    finish('done');
    expect(await (await answer).text()).toBe('done');
    await closed;
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });
});

describe('the pictures', () => {
  it('come from the first folder that has them, so a merchant’s own hides the demo’s', async () => {
    const [own, demo] = [await folder({ 'a.svg': '<svg>own</svg>' }), await folder({ 'a.svg': 'no', 'b.svg': 'demo' })];
    const { app } = create();
    await servePictures(app, [own, demo]);
    expect((await app.inject('/pictures/a.svg')).body).toContain('own');
    expect((await app.inject('/pictures/b.svg')).body).toBe('demo');
    expect((await app.inject('/pictures/c.svg')).statusCode).toBe(404);
  });

  it('cannot run a script as ours', async () => {
    const { app } = create();
    await servePictures(app, [await folder({ 'a.svg': '<svg><script>1</script></svg>' })]);
    const { headers } = await app.inject('/pictures/a.svg');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['content-type']).toContain('image/svg+xml');
  });

  it('are all that can be reached: no path leads out of their folder', async () => {
    const outside = await folder({ 'secret.txt': 'SECRET', '.env': 'SECRET' });
    const server = create();
    await servePictures(server.app, [await folder({ 'a.svg': 'a', '.hidden': 'SECRET' }, outside)]);
    const url = await server.listen();
    const paths = ['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '%2e%2e%2fsecret.txt', '..%5csecret.txt'];
    const more = [
      '..%252fsecret.txt',
      './/../secret.txt',
      'x/../../secret.txt',
      '.hidden',
      '%2ehidden',
      'a.svg%00.txt',
      '',
    ];
    for (const path of [...paths, ...more]) {
      const { status, body } = await getRaw(url, `/pictures/${path}`);
      expect(body, path).not.toContain('SECRET');
      expect(status, path).toBeGreaterThanOrEqual(400);
    }
  });

  it('may have a folder that does not exist yet', async () => {
    const { app } = create();
    await servePictures(app, ['/nowhere/at/all', await folder({ 'a.svg': 'a' })]);
    expect((await app.inject('/pictures/a.svg')).statusCode).toBe(200);
  });
});

async function folder(files: Readonly<Record<string, string>>, within = tmpdir()): Promise<string> {
  const path = await mkdtemp(join(within, 'parley-pictures-'));
  cleanUps.push(() => rm(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

/** `fetch` would tidy the path before it is sent. */
function getRaw(url: string, path: string): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
