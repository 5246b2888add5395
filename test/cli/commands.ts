import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliShop, openCliShop } from './cli.ts';

let shop: CliShop;
beforeAll(async () => {
  shop = await openCliShop();
});
afterAll(() => shop.close());

async function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}, typed = '') {
  const cli = shop.run(args, settings);
  cli.input.end(typed);
  const code = await cli.ended;
  return { code, said: cli.said(), complained: cli.complained() };
}

describe('the parley command', () => {
  it('tells every wrong setting at once, in words, and ends with 2', async () => {
    const { code, complained } = await run(['start'], { PARLEY_PORT: 'abc', SHOP_CURRENCY: 'gold' });
    expect(code).toBe(2);
    expect(complained).toContain('PARLEY_PORT must be a number');
    expect(complained).toContain('SHOP_CURRENCY must be a currency');
    expect(complained).not.toContain(' at ');
  });

  it('reads .env of the working directory, where what is set already wins', async () => {
    await writeFile(join(shop.folder, '.env'), 'SHOP_NAME=From the file\nPARLEY_PORT=abc\n');
    const { said } = await run(['chat', '--name', 'Env'], {}, '/quit\n');
    await writeFile(join(shop.folder, '.env'), '');
    expect(said).toContain('From the file');
  });

  it('suggests the command that was probably meant', async () => {
    const { code, complained } = await run(['strat']);
    expect(code).toBe(2);
    expect(complained).toContain('Did you mean start?');
  });

  it('tells the mistakes of broken flows with file and line instead of opening', async () => {
    const flows = join(shop.folder, 'broken');
    await mkdir(flows, { recursive: true });
    await writeFile(join(flows, 'hello.yaml'), 'flow: hello\nabout: x\nstarts on:\n  - hi\nsteps:\n  - sya: hello\n');
    const { code, complained } = await run(['start'], { PARLEY_FLOWS: flows });
    expect(code).toBe(1);
    expect(complained).toMatch(/hello\.yaml:6:\d+/);
    expect(complained).toContain('say');
  });

  it('names a flows folder that is not there', async () => {
    const { code, complained } = await run(['start'], { PARLEY_FLOWS: join(shop.folder, 'nowhere') });
    expect(code).toBe(2);
    expect(complained).toContain('PARLEY_FLOWS');
  });
});

describe('parley chat', () => {
  it('greets once, answers a script, and shows on return what was said', async () => {
    const first = await run(['chat', '--name', 'Ana'], {}, '2\n/help\n/quit\nnot read\n');
    expect(first.code).toBe(0);
    expect(first.said).toMatch(
      /Hello\. Tea or coffee\?[\s\S]*1\. Tea[\s\S]*2\. Coffee[\s\S]*Coffee it is\.[\s\S]*\/new/,
    );
    expect(first.said).not.toContain('not read');
    const again = await run(['chat', '--name', 'Ana']);
    expect(again.said).toContain('Coffee it is.');
    const anew = await run(['chat', '--name', 'Ana'], {}, '/new\n');
    expect(anew.said.trimEnd()).toMatch(/2\. Coffee$/);
  });
});
