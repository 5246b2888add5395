import { describe, expect, it } from 'vitest';
import { chatUrl, shopperWords } from '../../src/growth/links/chat-url.ts';
import { addLink, countedLinks, dropLink, findLink } from '../../src/growth/links/kept-links.ts';
import { createMemoryStore, type MemoryData } from '../runtime/memory-store.ts';
import { describeOnStores } from '../runtime/stores.ts';

const made = {
  target: { to: 'product', product: '10234' },
  campaign: 'shop-window',
  text: 'Hello! I am interested in Cozy Winter Parka',
  note: 'Main street, left of the door',
  createdAt: 1_700_000_000_000,
} as const;

await describeOnStores('Links', ({ fresh }) => {
  it('are kept under a code of their own, counted by their visits, and dropped with them', async () => {
    const store = await fresh()();
    const codes = ['K7F3QX', 'K7F3QX', 'A2B3C4'];
    const next = () => codes.shift() ?? '';
    const first = await addLink(store, made, next);
    const second = await addLink(store, { ...made, target: { to: 'welcome' }, note: null, createdAt: 5 }, next);
    expect([first.code, second.code]).toEqual(['K7F3QX', 'A2B3C4']);
    const visits = Array.from({ length: 150 }, (_, index) => `K7F3QX/terminal:test:${index}`);
    await store.commit(visits.map((id) => ({ kind: 'visit', id, revision: 0, body: { link: 'K7F3QX', at: 1 } })));
    expect(await countedLinks(store)).toEqual([
      { ...first, conversations: 150 },
      { ...second, conversations: 0 },
    ]);
    expect(await findLink(store, 'K7F3QX')).toEqual({ code: 'K7F3QX', ...made });
    expect(await dropLink(store, 'K7F3QX')).toBe(true);
    expect(await dropLink(store, 'K7F3QX')).toBe(false);
    expect(await findLink(store, 'K7F3QX')).toBeNull();
    expect(await store.count('visit', {})).toBe(0);
  });
});

describe('A link', () => {
  const link = { code: 'K7F3QX', text: 'Hello! I am interested in “Böhm & Söhne” 100 % #1' };
  const places = {
    telegram: 'parley_bot',
    whatsapp: '+4915123456789',
    teams: '00000000-0000-4000-8000-000000000001',
    web: 'https://chat.example.com',
  };

  it('carries its code where a channel takes one, and otherwise in the words that the shopper sends', () => {
    expect(chatUrl(link, 'telegram', places)).toBe('https://t.me/parley_bot?start=K7F3QX');
    expect(chatUrl(link, 'web', places)).toBe('https://chat.example.com/?start=K7F3QX');
    const whatsapp = new URL(chatUrl(link, 'whatsapp', places) ?? '');
    expect(whatsapp.origin + whatsapp.pathname).toBe('https://wa.me/4915123456789');
    expect(whatsapp.searchParams.get('text')).toBe(shopperWords(link));
    const teams = new URL(chatUrl(link, 'teams', places) ?? '');
    expect(teams.searchParams.get('users')).toBe(`28:${places.teams}`);
    expect(teams.searchParams.get('message')).toBe('Hello! I am interested in “Böhm & Söhne” 100 % #1 [#K7F3QX]');
  });

  it('leads nowhere on a channel that the shop is not on', () => {
    expect(chatUrl(link, 'whatsapp', { ...places, whatsapp: null })).toBeNull();
  });

  it('that was dropped by somebody else at the same moment is gone, not an error', async () => {
    const data: MemoryData = new Map();
    const store = createMemoryStore(data, {
      fault: () => {
        data.clear();
        return 'none';
      },
    });
    data.set('link/K7F3QX', { id: 'K7F3QX', revision: 1, body: {} });
    expect(await dropLink(store, 'K7F3QX')).toBe(false);
  });
});
