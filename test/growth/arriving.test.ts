import { expect, it } from 'vitest';
import { customerRemember } from '../../src/actions/customer.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { addLink, countedLinks } from '../../src/growth/links/kept-links.ts';
import type { LinkTarget } from '../../src/growth/links/link.ts';
import type { Store } from '../../src/storage/store.ts';
import { bookOf } from '../runtime/counting-book.ts';
import { createRecordingChannel } from '../runtime/recording-channel.ts';
import { createRunning, range, says, shopper, transcriptOf } from '../runtime/running.ts';
import { describeOnStores } from '../runtime/stores.ts';

const welcome = `flow: welcome
about: Greet.
starts on:
  - when: first message
  - hello
steps:
  - say: Welcome.
`;
/** Its action writes the customer's document, as does the source. */
const gift = `flow: gift
about: Remember a name and give something.
starts on:
  - button: view {product}
steps:
  - do: customer.remember
    with: { name: Ann }
    as: known
  - ask: How many of {{ product }}, {{ known.name }}?
    for: many
    type: quantity
  - say: "{{ many }} it is."
`;
const actions = createActionRegistry([customerRemember]);
const book = bookOf([welcome, gift], actions);

async function openPlace(store: Store, target: LinkTarget = { to: 'product', product: 'P1' }) {
  const text = 'Hello! A gift, please';
  const link = await addLink(store, { target, campaign: 'window', text, note: null, createdAt: 1 });
  const channel = createRecordingChannel();
  const runtime = createRunning({ store, channel, book: () => book, actions: [customerRemember] });
  const texts = (): readonly string[] => channel.shown.map((one) => one.text);
  const customer = async (peer: string) => (await store.get('customer', shopper(peer)))?.body;
  return { link, channel, runtime, texts, customer };
}

await describeOnStores('Whoever comes by a link', ({ fresh }) => {
  it('begins where it leads, is kept with what an action of the same turn writes, and is counted once', async () => {
    const store = await fresh()();
    const { link, runtime, texts, customer } = await openPlace(store);
    await runtime.handle(says('ann', 1, { type: 'opened', payload: link.code }));
    await runtime.handle(says('ann', 2, { type: 'opened', payload: link.code }));
    expect(texts()).toEqual(['How many of P1, Ann?', 'How many of P1, Ann?']);
    const source = { kind: 'link', campaign: 'window', link: link.code, channel: 'terminal' };
    expect(await customer('ann')).toMatchObject({ name: 'Ann', source: { first: source, last: source } });
    expect(await countedLinks(store)).toMatchObject([{ code: link.code, conversations: 1 }]);
    expect(runtime.logged).toEqual([]);
  });

  it('with words of their own is answered to both in one turn, in order, once, though it comes twice', async () => {
    const store = await fresh()();
    const { link, runtime, texts, customer } = await openPlace(store);
    const event = says('ann', 1, `Hello! A gift, please. [#${link.code}] 3`);
    await Promise.all([runtime.receive(event), runtime.receive(event)]);
    await runtime.settled();
    expect(texts()).toEqual(['How many of P1, Ann?', '3 it is.']);
    expect(await customer('ann')).toMatchObject({ name: 'Ann', source: { first: { link: link.code } } });
    const kept = await transcriptOf(store, 'ann');
    expect(kept.map(({ inbound }) => inbound)).toEqual([event.content]);
    expect(await store.count('visit', {})).toBe(1);
  });

  it('many at the same moment, told to two processes: each is counted once', async () => {
    const open = fresh();
    const [store, other] = [await open(), await open()];
    const { link, runtime, texts } = await openPlace(store);
    const second = createRunning({
      store: other,
      channel: createRecordingChannel(),
      book: () => book,
      actions: [customerRemember],
    });
    const events = range(20).map((peer) => says(`peer${peer}`, 1, { type: 'opened', payload: link.code }));
    await Promise.all(events.flatMap((event) => [runtime.receive(event), second.receive(event)]));
    await Promise.all([runtime.settled(), second.settled()]);
    expect(await store.count('visit', { where: { link: link.code } })).toBe(20);
    expect(await store.count('customer', {})).toBe(20);
    expect(texts().every((text) => text === 'How many of P1, Ann?')).toBe(true);
  });

  it('that is gone is greeted like everybody, and nothing is kept', async () => {
    const store = await fresh()();
    const { runtime, texts, customer } = await openPlace(store);
    await runtime.handle(says('ann', 1, { type: 'opened', payload: 'A2B3C4' }));
    await runtime.handle(says('ben', 1, 'Hello [#A2B3C4]'));
    expect(texts()).toEqual(['Welcome.', 'Welcome.']);
    expect(await customer('ann')).toBeUndefined();
  });

  it('to a flow that is no longer there is greeted, and counted', async () => {
    const store = await fresh()();
    const { link, runtime, texts } = await openPlace(store, { to: 'flow', flow: 'summer' });
    await runtime.handle(says('ann', 1, { type: 'opened', payload: link.code }));
    expect(texts()).toEqual(['Welcome.']);
    expect(await countedLinks(store)).toMatchObject([{ conversations: 1 }]);
  });
});
