import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CliShop, openCliShop } from './cli.ts';

let shop: CliShop;
beforeEach(async () => {
  shop = await openCliShop();
});
afterEach(() => shop.close());

async function run(...args: readonly string[]): Promise<string> {
  const cli = shop.run(args);
  cli.input.end();
  expect(await cli.ended, cli.complained()).toBe(0);
  return cli.said();
}

/** A visitor of the web chat of a running shop. */
async function visit(address: string) {
  const session = await fetch(`${address}/webchat/session`, { method: 'POST' });
  const { token } = (await session.json()) as { token: string };
  const headers = { 'x-parley-visitor': token, 'content-type': 'application/json' };
  return {
    write: async (id: string, text: string) => {
      const body = JSON.stringify({ id, text });
      expect((await fetch(`${address}/webchat/messages`, { method: 'POST', headers, body })).status).toBe(202);
    },
    history: async () => (await fetch(`${address}/webchat/history?before=99`, { headers })).text(),
  };
}

async function openedShop() {
  const cli = shop.run(['start']);
  await cli.saying('is open');
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(cli.said())?.[0] ?? '';
  return { cli, address };
}

describe('parley inbox', () => {
  it('answers and gives back a conversation of a shop that runs in another process', async () => {
    const { cli, address } = await openedShop();
    const visitor = await visit(address);
    await visitor.write('m1', 'hi');
    await visitor.write('m2', 'talk to a person');
    await visitor.write('m3', 'my cup is broken');
    const list = await run('inbox');
    expect(list).toContain('my cup is broken');
    const number = list.slice(0, 4);
    expect(await run('inbox', 'show', number)).toContain('Somebody is coming.');
    expect(await run('inbox', 'answer', number, 'A new one', 'is on its way.')).toBe('Sent.\n');
    expect(await visitor.history()).toContain('A new one is on its way.');
    expect(await run('inbox', 'give-back', number)).toContain('goes on');
    expect(await run('inbox')).toBe('Nobody waits.\n');
    const health = (await (await fetch(`${address}/health`)).json()) as object;
    expect(health).toMatchObject({
      healthy: true,
      store: { kind: 'sqlite', state: 'ok' },
      channels: { webchat: { state: 'up' } },
    });
    cli.signal('SIGTERM');
    expect(await cli.ended).toBe(0);
  });

  it('keeps an answer for the shop when none runs', async () => {
    const { cli, address } = await openedShop();
    const visitor = await visit(address);
    await visitor.write('m1', 'talk to a person');
    cli.signal('SIGTERM');
    await cli.ended;
    const number = (await run('inbox')).slice(0, 4);
    expect(await run('inbox', 'answer', number, 'Tomorrow.')).toContain('when the shop runs');
    const again = await openedShop();
    expect(await run('inbox', 'show', number)).toContain('Desk  Tomorrow.');
    again.cli.signal('SIGINT');
    expect(await again.cli.ended).toBe(0);
  });
});
