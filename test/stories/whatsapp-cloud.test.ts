import { describe, expect, it, onTestFinished } from 'vitest';
import { failures } from '../fakes/whatsapp-cloud/graph-failure.ts';
import { openWhatsappCloudPeer, type WhatsappCloudPeer } from './peers/whatsapp-cloud.ts';
import { type ShopProcess, startShop } from './shop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const anna = 'US.13491208655302741918';

/** Of the demo shop. */
const backpack = '6579c22f-be2b-444c-a52b-0116dd82df6c';

/** A turn on a busy machine, with what WhatsApp makes it wait. */
const longest = 30_000;

describe('the demo shop on WhatsApp', () => {
  it('sells a coat, though it must slow down, is killed in the middle, and hears things twice and in any order', async () => {
    const { peer, start, hears } = await openAnna();
    const first = await start();
    await peer.says('hello');
    await hears('welcome to Parley Demo Shop');
    await peer.says('a warm winter coat under 200');
    await hears('Pick one to see more.');
    const coat = peer.fake.screen(anna).at(-1)?.choices[0]?.label ?? '?';

    peer.fake.fail(failures.tooMany, { times: 2 });
    await peer.picks(coat);
    await hears('Would you like it?');
    expect(peer.fake.uploads()).toHaveLength(1);
    expect(peer.fake.sent(anna).some(({ body }) => body.type === 'image')).toBe(true);

    // What was taken is durable, whether it has been answered or not.
    await peer.says('how much is delivery?');
    await first.kill('SIGKILL');
    const second = await start();
    await hears('Standard: $4.90');
    await hears('Would you like it?');
    await peer.picks('Add to cart');
    await hears('is in your cart.');
    await peer.again();
    await reports(peer);
    await peer.says('show my cart');
    await hears('Total:');
    expect(wordsOf(peer).at(-1)).not.toContain('2 ×');
    expect(wordsOf(peer).filter((words) => words.includes('is in your cart.'))).toHaveLength(1);
    expect(await second.kill('SIGTERM')).toBe(0);
    expect(peer.fake.refusals()).toEqual([]);
  });

  it('takes a cart from the catalogue, and says what is not to be had', async () => {
    const { peer, start, hears } = await openAnna();
    await start();
    const bring = (id: string, message: object) => peer.posts(peer.fake.message({ scoped: anna }, id, message));
    const referred_product = { catalog_id: '1', product_retailer_id: backpack };
    await bring('wamid.q1', { type: 'text', text: { body: 'how much is delivery?' }, context: { referred_product } });
    await hears('Adventure-Ready Expedition Backpack');
    await hears('Standard: $4.90');
    const product_items = [
      { product_retailer_id: backpack, quantity: 2 },
      { product_retailer_id: 'no-such-product', quantity: 1 },
    ];
    await bring('wamid.order1', { type: 'order', order: { catalog_id: '1', text: '', product_items } });
    await hears('2 × Adventure-Ready Expedition Backpack');
    await hears('no-such-product: we do not sell it any more');
    await hears('Your cart: 2 pieces, $259.98.');
  });

  it('refuses what Meta has not signed', async () => {
    const { peer, start } = await openAnna();
    const { address } = await start();
    const { body } = peer.fake.message({ scoped: anna }, 'wamid.f', { type: 'text', text: { body: 'hello' } });
    const answer = await fetch(`${address}/webhooks/whatsapp-cloud`, { method: 'POST', body: Uint8Array.from(body) });
    expect(answer.status).toBe(401);
    expect(peer.fake.sent()).toEqual([]);
  });
});

async function openAnna() {
  const data = await temporaryFolder();
  const peer = await openWhatsappCloudPeer({ data });
  onTestFinished(peer.close);
  const start = async (): Promise<ShopProcess> => {
    const shop = await startShop({ PARLEY_DATA: data, ...peer.environment });
    onTestFinished(async () => void (await shop.kill('SIGKILL')));
    await peer.connect(shop.address);
    return shop;
  };
  const heard = { from: 0 };
  return { peer, start, hears: (words: string) => hears({ peer, heard }, words) };
}

function wordsOf({ fake }: WhatsappCloudPeer): readonly string[] {
  return fake.screen(anna).map(({ words }) => words);
}

/** What follows the message heard before, up to one that holds these words. */
async function hears(
  { peer, heard }: { peer: WhatsappCloudPeer; heard: { from: number } },
  words: string,
): Promise<void> {
  const found = () => wordsOf(peer).findIndex((each, at) => at >= heard.from && each.includes(words)) + 1 || null;
  const at = await peer.fake.until(found, longest).catch(() => {
    throw new Error(`“${words}” was not said, but: ${JSON.stringify(wordsOf(peer).slice(heard.from))}`);
  });
  heard.from = at;
}

/** Every state of every message, the last first. */
async function reports({ fake, posts }: WhatsappCloudPeer): Promise<void> {
  const statuses = fake.sent(anna).flatMap(({ id, body }) =>
    ['read', 'delivered', 'sent'].map((status) => ({
      ...{ id, status, timestamp: '1790000000', recipient_user_id: anna },
      biz_opaque_callback_data: body.biz_opaque_callback_data,
    })),
  );
  await posts(fake.request({ statuses }));
}
