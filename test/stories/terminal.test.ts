import { describe, expect, it } from 'vitest';
import { buysACoatOverJsonl } from './main-story-jsonl.ts';
import { runParley } from './own-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the demo shop in the terminal, with nothing configured', () => {
  it('sells a coat to a shopper whose words come from a pipe, and shows the talk', async () => {
    const PARLEY_DATA = await temporaryFolder();
    const words = [
      'a wram winter coat under 200',
      '2',
      'how much is delivery?',
      'add to cart',
      'show my cart',
      '/quit',
    ];
    const chat = runParley(['chat', '--name', 'Anna'], { PARLEY_DATA });
    chat.write(`${words.join('\n')}\n`);
    expect(await chat.end()).toBe(0);
    const shown = chat.lines.join('\n');
    const [, title = '?'] = /^ +2\. +(.+)$/mu.exec(shown.slice(shown.indexOf(words[0] ?? ''))) ?? [];
    const order = [
      'welcome to Parley Demo Shop',
      '> a wram winter coat under 200',
      `2. ${title}`,
      'Would you like it?',
      'Standard: $4.90',
      'Would you like it?',
      `${title} is in your cart.`,
      `1 × ${title}`,
    ];
    let at = 0;
    for (const piece of order) {
      const next = shown.indexOf(piece, at);
      expect(next, `${piece}\n\n${shown.slice(at)}`).toBeGreaterThanOrEqual(at);
      at = next + piece.length;
    }
    expect(chat.complaints()).toBe('');

    const later = runParley(['chat', '--name', 'Anna'], { PARLEY_DATA });
    later.write('my cart\n');
    expect(await later.end()).toBe(0);
    const again = later.lines.join('\n');
    expect(again).not.toContain('welcome to');
    expect(again.split(`1 × ${title}`).length - 1, again).toBe(2);
  });

  it('sells a coat to a machine over JSON lines, though it is killed in the middle', async () => {
    await buysACoatOverJsonl({ PARLEY_DATA: await temporaryFolder() });
  });
});
