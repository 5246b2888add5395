import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/catalog/product.ts';
import { rankCardOf } from '../../../src/catalog/ranking/rank-text.ts';
import { createRanker } from '../../../src/catalog/ranking/ranker.ts';
import { searchSettings } from '../../../src/catalog/search-settings.ts';
import { aProduct } from '../shelf.ts';

const ranker = createRanker({ settings: searchSettings });

function rank(query: string, products: readonly Product[]) {
  const candidates = products.map((product) => ({
    id: product.id,
    card: rankCardOf(ranker.text(product)),
    inStock: product.variants.some(({ stock }) => stock !== 0),
    popularity: 0,
  }));
  return ranker.rank(ranker.plan(query), candidates);
}

const titled = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([id, title]) => aProduct(id, { title }));

describe('the order of what was found', () => {
  it('puts what meets more words first', () => {
    const shelf = titled({ a: 'Steel Bottle', b: 'Steel Water Bottle' });
    expect(rank('steel water bottle', shelf).ids).toEqual(['b', 'a']);
  });

  it('counts a title more than a description', () => {
    const told = aProduct('told', { title: 'Thermos', description: 'Kettle' });
    expect(rank('kettle', [told, aProduct('named', { title: 'Kettle' })]).ids).toEqual(['named', 'told']);
  });

  it('puts words that stand together, as in the query, before the same words apart', () => {
    const shelf = titled({ apart: 'Wireless optical gaming mouse', beside: 'Optical gaming wireless mouse' });
    expect(rank('wireless mouse', shelf).ids).toEqual(['beside', 'apart']);
  });

  it('puts things before what goes with them', () => {
    const shelf = titled({
      case: 'Notebook case',
      bag: 'Bag for notebook',
      thing: 'Slim office notebook of eleven inches',
    });
    expect(rank('notebook', shelf).ids[0]).toBe('thing');
  });

  it('lets who asks for an accessory have it', () => {
    const shelf = titled({ thing: 'Slim notebook', case: 'Notebook case' });
    expect(rank('notebook case', shelf).ids[0]).toBe('case');
  });

  it('takes what stands behind a mark or a number as a feature, not as an accessory', () => {
    const shelf = titled({ memory: 'Memory notebook', feature: 'Notebook, 2 GB memory' });
    expect(rank('notebook', shelf).ids).toEqual(['feature', 'memory']);
  });

  it('goes by the kind of a product where it has one', () => {
    const thing = aProduct('thing', { title: 'Notebook battery pack', category: ['computing', 'notebook'] });
    const part = aProduct('part', { title: 'Notebook', category: ['computing', 'battery'] });
    expect(rank('notebook', [part, thing]).ids).toEqual(['thing', 'part']);
  });

  it('takes plurals for singulars, both ways', () => {
    const shelf = titled({ one: 'Mug', many: 'Two mugs', berry: 'Berry' });
    expect(rank('mugs', shelf).ids.slice(0, 2).sort()).toEqual(['many', 'one']);
    expect(rank('berries', shelf).ids[0]).toBe('berry');
  });

  it('finds a synonym, behind the word itself', () => {
    expect(rank('couch', titled({ sofa: 'Sofa', couch: 'Couch' })).ids).toEqual(['couch', 'sofa']);
  });

  it('knows a misspelt word by the products that were found', () => {
    const { ids, isComplete } = rank('wirelss mouse', titled({ other: 'Pad', meant: 'Wireless mouse' }));
    expect({ first: ids[0], isComplete }).toEqual({ first: 'meant', isComplete: true });
  });

  it('takes no other number for a misspelt one', () => {
    expect(rank('printer 10045', titled({ near: 'Printer 10046' })).isComplete).toBe(false);
  });

  it('leaves out what is no such thing, when there are such things', () => {
    const shelf = titled({ belt: 'Red belt', shoe: 'Red shoe', other: 'Blue shoe' });
    const { ids, fitting } = rank('red shoes', shelf);
    expect({ ids, fitting }).toEqual({ ids: ['shoe', 'other'], fitting: 1 });
  });

  it('finds the thing at whichever end of the words it is named', () => {
    const shelf = titled({ belt: 'Cinturón rojo ancho', one: 'Zapato, rojo', other: 'Zapato' });
    expect(rank('zapatos rojos', shelf).ids).toEqual(['one', 'other']);
  });

  it('puts what is the thing, with all that was asked of it, before what only mentions it', () => {
    const mentions = aProduct('teapot', { title: 'Red Teapot', description: 'Goes well with a mug.' });
    const told = aProduct('told', { title: 'Winter Mug', description: 'Has a rim in red.' });
    const { ids, fitting } = rank('red mug', [mentions, told, ...titled({ plain: 'Plain Mug' })]);
    expect({ ids: [ids[0], ids.length], fitting }).toEqual({ ids: ['told', 3], fitting: 1 });
  });

  it('takes a wide category for what a thing is, but not for what it goes with', () => {
    const sandal = aProduct('sandal', { title: 'Red Slides', category: ['footwear', 'sandal'] });
    const socks = aProduct('socks', {
      title: 'Red Socks',
      description: 'For any shoe.',
      category: ['apparel', 'socks'],
    });
    expect(rank('red shoes', [socks, sandal])).toMatchObject({ ids: ['sandal', 'socks'], fitting: 1 });
    const watch = aProduct('watch', { title: 'Steel Watch', category: ['accessories', 'watch'] });
    const band = aProduct('band', { title: 'Watch Strap', category: ['accessories', 'strap'] });
    expect(rank('watch', [band, watch]).ids[0]).toBe('watch');
  });

  it('asks of a word that nobody has for nothing', () => {
    expect(rank('shoes xyzzy', titled({ shoe: 'Shoe', belt: 'Belt' }))).toMatchObject({ ids: ['shoe'], fitting: 1 });
  });

  it('says whether anything meets all words', () => {
    const shelf = titled({ one: 'Leather boot', other: 'Wool jacket' });
    expect(rank('leather jacket', shelf).isComplete).toBe(false);
    expect(rank('leather boot', shelf).isComplete).toBe(true);
  });

  it('is the same for equals, however the index found them', () => {
    const shelf = titled({ b: 'Mug', a: 'Mug', c: 'Mug' });
    expect(rank('mug', shelf).ids).toEqual(['a', 'b', 'c']);
    expect(rank('mug', shelf.toReversed()).ids).toEqual(['a', 'b', 'c']);
  });

  it('takes products that an older Parley put into an index without a card, behind all others', () => {
    const old = { id: 'old', card: rankCardOf(''), inStock: true, popularity: 9 };
    const known = {
      ...old,
      id: 'known',
      card: rankCardOf(ranker.text(aProduct('known', { title: 'Mug' }))),
      popularity: 0,
    };
    expect(ranker.rank(ranker.plan('mug'), [old, known]).ids).toEqual(['known', 'old']);
  });
});
