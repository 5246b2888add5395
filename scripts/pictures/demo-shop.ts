import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Opens the built demo shop on a free port, with data of its own, for as long as it is used. */
export async function withDemoShop(use: (url: string) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'parley-pictures-'));
  const env = { ...process.env, PARLEY_DATA: data, PARLEY_PORT: '0', PARLEY_LOG: 'error', NO_COLOR: '1' };
  const shop = spawn(process.execPath, ['bin/parley.js', 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(shop, 'close');
  try {
    await use(await addressIn(shop.stdout));
  } finally {
    shop.kill('SIGTERM');
    await closed;
    await rm(data, { recursive: true, force: true });
  }
}

/** As the start screen tells it. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [address] = /http:\/\/\S+/u.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the shop did not open');
}
