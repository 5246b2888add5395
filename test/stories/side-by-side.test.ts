import { describe, expect, it } from 'vitest';
import { openJsonl, textOf } from './jsonl-shopper.ts';
import { temporaryFolder } from './temporary-folder.ts';

const wishes = ['coat', 'shoes', 'lamp', 'guitar', 'tent'];

describe('conversations side by side', () => {
  it('of two shoppers keep their lists and carts to themselves', async () => {
    const chat = openJsonl({ PARLEY_DATA: await temporaryFolder() });
    const [anna, ben] = [chat.shopper('anna'), chat.shopper('ben')];
    const [coats, tents] = await Promise.all([anna('winter coat'), ben('tent')]);
    const [coat, tent] = [coats[0]?.products?.[0], tents[0]?.products?.[0]];
    expect(coat?.id).not.toBe(tent?.id);
    const [one, two] = await Promise.all([anna('1'), ben('1')]);
    expect(textOf(one)).toContain(coat?.title);
    expect(textOf(two)).toContain(tent?.title);
    await anna('Add to cart');
    const [full, empty] = await Promise.all([anna('my cart'), ben('my cart')]);
    expect(textOf(full)).toContain(`1 × ${coat?.title}`);
    expect(textOf(empty)).toContain('Your cart is empty');
    expect(await chat.end()).toBe(0);
  });

  it('fifty at once, all lines written before any answer is read: each line has its answers and one end, in order', async () => {
    const chat = openJsonl({ PARLEY_DATA: await temporaryFolder() });
    const names = Array.from({ length: 50 }, (_, number) => `shopper-${number}`);
    const talk = (number: number) => [wishes[number % wishes.length] ?? '', '1', 'delivery', 'Add to cart', 'my cart'];
    const lines = talk(0).flatMap((_, turn) =>
      names.map((conversation, number) => ({ conversation, id: `${turn}`, text: talk(number)[turn] ?? '' })),
    );
    chat.put(...lines);
    expect(await chat.end()).toBe(0);
    for (const [number, name] of names.entries()) {
      const own = chat.said().filter(({ conversation }) => conversation === name);
      const ends = own.filter(({ type }) => type === 'turn-end').map((line) => line.in_reply_to);
      expect(ends, name).toEqual(['0', '1', '2', '3', '4']);
      const order = own.map((line) => Number(line.in_reply_to));
      expect(order, name).toEqual(order.toSorted((one, other) => one - other));
      const [title] = own[0]?.products?.map((product) => product.title) ?? [];
      const last = textOf(own.filter((line) => line.in_reply_to === '4'));
      expect(last, `${name} ${talk(number)[0]}`).toContain(`1 × ${title?.replace(/^\d+\. /u, '')}`);
    }
    expect(chat.complaints()).toBe('');
  });
});
