import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { moveBetween, setStock, showStock } from '../../../src/cli/stock-change.ts';
import { unnamedPlaces, unnamedWords } from '../../../src/cli/stock-places.ts';
import { lowStock, lowWords } from '../../../src/cli/stock-words.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import { transact } from '../../../src/commerce/trade.ts';
import { openStockRoom, tradePartsOf } from './stock-room.ts';

const open = () => openStockRoom({ coat: { S: 5, M: 0, L: null }, hat: { H: 2 } });

const coat = (quantity: number) => [{ sku: 'S', product: 'coat', quantity }];

async function told(words: Promise<string>): Promise<string> {
  return stripVTControlCharacters(await words);
}

it('lists what is sold out or low by the rules as they are now, the emptiest first', async () => {
  const room = await open();
  const rules = { places: ['main'], low_at: 3 };
  const list = async () => stripVTControlCharacters(lowWords(await lowStock(room.store, rules), rules));
  expect(await list()).toBe(
    'sold out  M  The coat (M)\n       2  H  The hat (H)\n1 sold out, 1 low · parley stock show SKU · set SKU NUMBER\n',
  );
  await room.trade((trade) => reserve(trade, coat(4)));
  expect(await list()).toContain('       1  S  The coat (S)');
  expect(lowWords(await lowStock(room.store, { ...rules, low_at: null }), rules)).toContain('The coat (M)');
  expect(lowWords([], { ...rules, low_at: null })).toBe('Nothing is sold out.\n');
});

it('shows pieces by place, and how many are kept for orders', async () => {
  const room = await open();
  await room.trade((trade) => reserve(trade, coat(2)));
  expect(await told(showStock(room.parts, 'S'))).toBe(
    'S  The coat (S)\n  main: 5 on hand, 2 of them for orders\n3 pieces can be sold.\n',
  );
  expect(await told(showStock(room.parts, 'M'))).toContain('None can be sold.');
  expect(await told(showStock(room.parts, 'L'))).toContain('parley stock set L NUMBER');
  await expect(showStock(room.parts, 'XXL')).rejects.toThrow('There is no SKU and no product XXL.');
  await expect(showStock(room.parts, 'coat')).rejects.toThrow(/by SKU:\n {2}S {2}The coat \(S\)\n {2}M /);
});

it('sets what was counted at a place, and begins to count what was not', async () => {
  const room = await open();
  expect(await told(setStock(room.parts, { sku: 'L', count: 4 }))).toContain('main: 4 on hand\n4 pieces can be sold.');
  expect(await told(setStock(room.parts, { sku: 'L', count: 1, place: 'shop' }))).toContain('5 pieces can be sold.');
  await expect(setStock(room.parts, { sku: 'L', count: 1, place: 'attic' })).rejects.toThrow('names: main, shop');
});

it('carries pieces to another place, those for orders not', async () => {
  const room = await open();
  await room.trade((trade) => reserve(trade, coat(2)));
  const move = (count: number, to = 'shop') => moveBetween(room.parts, { sku: 'S', count, from: 'main', to });
  expect(await told(move(3))).toContain('  main: 2 on hand, 2 of them for orders\n  shop: 3 on hand\n');
  await expect(move(1)).rejects.toThrow('Only 0 pieces of S at main can be moved.');
  await expect(move(1, 'attic')).rejects.toThrow('There is no place attic.');
  const uncounted = { sku: 'L', count: 1, from: 'main', to: 'shop' };
  await expect(moveBetween(room.parts, uncounted)).rejects.toThrow('L is not counted.');
});

it('marks pieces at a place that was renamed, sells them last, and lets them be carried over or counted', async () => {
  const room = await open();
  await room.trade((trade) => reserve(trade, coat(2)));
  const renamed = tradePartsOf(room.store, { places: ['warehouse', 'shop'] }, () => room.now);
  const listed = async () => {
    const rules = renamed.rules().stock;
    return stripVTControlCharacters(unnamedWords(await unnamedPlaces(room.store, rules), rules));
  };
  expect(await listed()).toContain('main: 5 pieces, at no place that shop/stock.yaml names; sold last');
  expect(await told(showStock(renamed, 'S'))).toContain(
    'main: 5 on hand, 2 of them for orders (not in shop/stock.yaml: sold last)\n3 pieces can be sold.',
  );
  await setStock(renamed, { sku: 'S', count: 1, place: 'warehouse' });
  const places = await transact(renamed, { key: 'late', by: { who: 'merchant' } }, (trade) => reserve(trade, coat(1)));
  expect(places).toEqual([{ sku: 'S', place: 'warehouse', quantity: 1 }]);
  await moveBetween(renamed, { sku: 'S', count: 3, from: 'main', to: 'warehouse' });
  await moveBetween(renamed, { sku: 'S', count: 1, from: 'warehouse', to: 'main' });
  await expect(moveBetween(renamed, { sku: 'S', count: 1, from: 'warehouse', to: 'attic' })).rejects.toThrow('attic');
  expect(await told(setStock(renamed, { sku: 'S', count: 0, place: 'main' }))).toContain('main: 0 on hand, 2 of them');
  expect(await listed()).toBe('');
});
