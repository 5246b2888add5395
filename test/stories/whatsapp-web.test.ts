import decodeQR from 'qr/decode.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anna, browserOf, eventually, hasChromium } from '../channels/whatsapp-web-setup.ts';
import { openWhatsappWebPeer, type WhatsappWebPeer } from './peers/whatsapp-web.ts';
import { type ShopProcess, startShop } from './shop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe.skipIf(!hasChromium)('the demo shop on WhatsApp Web', () => {
  it('is linked by its code, sells a coat by numbers, and goes on after a crash of its page and a kill, with no new code', async () => {
    const data = await temporaryFolder();
    const peer = await openWhatsappWebPeer({ data });
    onTestFinished(peer.close);
    const first = await open(peer, data);

    const shown = await first.until(() => codeIn(first.lines));
    expect(shown).toContain(peer.phone.refs.at(-1));
    await peer.connect(first.address);

    await peer.says('a warm winter coat under 200');
    const menu = await hears(peer, 'Pick one to see more.');
    const coat = /^2\. (.*) — /mu.exec(menu)?.[1] ?? '?';
    peer.crashPage();
    await peer.until(first.address, 'connecting|down');
    await peer.picks(coat);
    await peer.until(first.address, 'up');
    await hears(peer, 'Would you like it?');

    await first.kill('SIGKILL');
    await eventually(() => browserOf(data) === null, 20_000);
    await peer.picks('Add to cart');
    const second = await open(peer, data);
    await peer.until(second.address, 'up');
    await hears(peer, `${coat} is in your cart.`);
    expect(codeIn(second.lines)).toBeNull();

    await peer.says('show my cart');
    expect(await hears(peer, `× ${coat}: `)).toContain(`1 × ${coat}: `);
    expect(peer.phone.refused).toEqual([]);
    expect(await second.kill('SIGTERM')).toBe(0);
    expect(browserOf(data)).toBeNull();
  });
});

async function open(peer: WhatsappWebPeer, data: string): Promise<ShopProcess> {
  const shop = await startShop({ PARLEY_DATA: data, ...peer.environment });
  onTestFinished(async () => void (await shop.kill('SIGKILL')));
  return shop;
}

async function hears(peer: WhatsappWebPeer, words: string): Promise<string> {
  const found = () =>
    peer.phone.sent(anna).find(({ body, caption }) => (body ?? caption ?? '').replace(/[*_]/gu, '').includes(words));
  const message = await peer.phone.until(found, 30_000).catch(async () => {
    throw new Error(`“${words}” was not said, but: ${JSON.stringify(await peer.seen())}`);
  });
  return (message.body ?? message.caption ?? '').replace(/[*_]/gu, '');
}

/** Reads the code as a camera would that looks at the terminal; `null` when none is shown. */
function codeIn(lines: readonly string[]): string | null {
  const drawn = lines.filter((line) => /^ {2}[█▀▄ ]{40,}$/u.test(line)).map((line) => line.slice(2));
  const start = drawn.findIndex((line) => /^█+$/u.test(line));
  const end = drawn.findIndex((line, index) => index > start && /^▀+$/u.test(line));
  if (start < 0 || end < 0) return null;
  const rows = drawn.slice(start, end + 1).flatMap((line) => [[...line].map(upper), [...line].map(lower)]);
  return decodeQR(imageOf(rows));
}

const upper = (sign: string): boolean => sign === '█' || sign === '▀';
const lower = (sign: string): boolean => sign === '█' || sign === '▄';

/** Four pixels a module, with the quiet edge a terminal has around it. */
function imageOf(rows: readonly (readonly boolean[])[]) {
  const scale = 4;
  const edge = 4 * scale;
  const width = (rows[0]?.length ?? 0) * scale + 2 * edge;
  const height = rows.length * scale + 2 * edge;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < rows.length * scale; y++) {
    for (let x = 0; x < (rows[0]?.length ?? 0) * scale; x++) {
      const isLight = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? true;
      const at = ((y + edge) * width + x + edge) * 4;
      if (!isLight) data.fill(0, at, at + 3);
    }
  }
  return { width, height, data };
}
