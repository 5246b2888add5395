import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPages } from '../../src/understanding/pages/create-pages.ts';
import { load } from '../care/pages/written.ts';
import { openShop, type Shop } from './shop.ts';

const pages = createPages(
  load({ 'delivery.md': '---\ntitle: Delivery\nlink: https://example.com/d\n---\n## Costs\n\nIt is $4.90.\n' })
    .passages,
);

describe('what the pages say', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.close());

  it('is found with its link and how sure it is', async () => {
    const found = await shop.shopper('ada', { pages }).gets('pages.find', { question: 'what does delivery cost' });
    expect(found).toEqual({
      passages: [
        {
          title: 'Delivery › Costs',
          text: 'It is $4.90.',
          link: 'https://example.com/d',
          page: 'delivery',
          confidence: expect.any(Number),
        },
      ],
    });
  });

  it('is nothing where nothing fits, and where there are no pages', async () => {
    expect(await shop.shopper('ada', { pages }).gets('pages.find', { question: 'red mug' })).toEqual({ passages: [] });
    expect(await shop.shopper('ada').gets('pages.find', { question: 'what does delivery cost' })).toEqual({
      passages: [],
    });
  });

  it('is written down when it says nothing: once for each question, with how often', async () => {
    const text = 'are you on instagram? call me at +1 217 555 0123';
    expect(await shop.shopper('ada').gets('questions.note', { text })).toEqual({ noted: true });
    expect(await shop.shopper('bob').gets('questions.note', { text: text.toUpperCase() })).toEqual({ noted: true });
    const kept = await shop.store.find('question', {});
    expect(kept).toHaveLength(1);
    expect(kept[0]?.body).toMatchObject({
      count: 2,
      answered: false,
      text: 'are you on instagram? call me at [number]',
    });
    expect(JSON.stringify(kept)).not.toContain('555');
  });

  it('is not written down for what asks nothing of the shop', async () => {
    for (const text of ['red mug', 'where is my order', 'lol', '']) {
      expect(await shop.shopper('ada').gets('questions.note', { text })).toEqual({ noted: false });
    }
    expect(await shop.store.count('question', {})).toBe(0);
  });

  it('is not written down where the shop had asked something and it tells of a person: then it is an answer', async () => {
    const text = 'can you send it to 12 Baker Street, London NW1 6XE?';
    expect(await shop.shopper('ada').gets('questions.note', { text, answering: true })).toEqual({ noted: false });
    expect(await shop.shopper('ada').turn().holds('questions.note', { text, answering: true })).toEqual([]);
    const other = { text: 'why do you need that?', answering: true };
    expect(await shop.shopper('ada').gets('questions.note', other)).toEqual({ noted: true });
    expect(await shop.shopper('ada').gets('questions.note', { text })).toEqual({ noted: true });
    expect((await shop.store.find('question', {})).map(({ body }) => body['text']).toSorted()).toEqual([
      'can you send it to [address]?',
      'why do you need that?',
    ]);
  });

  it('is waited in line for by those who ask the same', async () => {
    const turn = shop.shopper('ada').turn();
    const [key] = await turn.holds('questions.note', { text: 'are you on instagram?' });
    expect(key).toMatch(/^question\/[0-9a-f]{12}$/u);
    expect(await turn.holds('questions.note', { text: 'ARE you on Instagram' })).toEqual([key]);
    expect(await turn.holds('questions.note', { text: 'red mug' })).toEqual([]);
  });
});
