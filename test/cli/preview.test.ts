import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { previewCapabilities } from '../../src/cli/preview-capabilities.ts';
import { previewedChannel } from '../../src/cli/previewed-channel.ts';
import { readConfig } from '../../src/config/config.ts';
import { runParley } from '../stories/own-process.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';

async function chat(args: readonly string[], typed: readonly string[], folder: string) {
  const talk = runParley(['chat', ...args], { PARLEY_DATA: folder });
  talk.write(`${typed.join('\n')}\n`);
  const code = await talk.end();
  return { code, screen: talk.lines.join('\n'), complaints: talk.complaints() };
}

/** What was shown after this was typed. */
function answerTo(screen: string, typed: string): string {
  return screen.slice(screen.lastIndexOf(`> ${typed}`));
}

describe('parley chat --as', () => {
  it('shows a whole purchase as WhatsApp would, presses what is numbered there, and tells what is lost', async () => {
    const folder = await temporaryFolder();
    const typed = ['a warm winter coat under 200', '2', '1', '/help'];
    const { code, screen, complaints } = await chat(['--as', 'whatsapp-cloud', '--name', 'Ada'], typed, folder);
    expect([code, complaints]).toEqual([0, '']);
    expect(screen).toContain('This is how WhatsApp shows it.');
    const found = answerTo(screen, typed[0] ?? '');
    expect(found).toContain('[ ≡ Choose ]');
    expect(found).toMatch(/lost on WhatsApp: 5 product cards became plain \(there are no cards\)/u);
    const [, title = '?'] = /^ +│ 2\. (.+?) — /mu.exec(found) ?? [];
    // A row has room for 24 characters.
    expect(answerTo(screen, '2')).toContain(`pressed: ${title.slice(0, 20)}`);
    expect(answerTo(screen, '2')).toMatch(/▒ picture[\s\S]*Would you like it\?/u);
    expect(answerTo(screen, '1')).toMatch(/pressed: Add to cart[\s\S]*is in your cart\./u);
    expect(answerTo(screen, '/help')).toContain('The number beside a button presses it.');

    const later = await chat(['--as', 'telegram', '--name', 'Ada'], ['2'], folder);
    const [before = '', answer = ''] = later.screen.split('\n> 2\n');
    expect(before).toContain('> [Add to cart]');
    expect(before).toContain('1 [ Order ]  2 [ Show my cart ]  3 [ Keep looking ]');
    expect(before).not.toContain('lost on WhatsApp');
    expect(answer).toMatch(/pressed: Show my cart[\s\S]*Your cart:/u);

    const plain = await chat(['--name', 'Ada'], ['/help'], folder);
    expect(plain.screen).not.toMatch(/lost on|╭|presses it/u);
  });

  it('sends a number as it is typed where there are no buttons, and the shop understands it', async () => {
    const folder = await temporaryFolder();
    const { screen } = await chat(['--as', 'whatsapp-web', '--name', 'Bo'], ['2'], folder);
    expect(screen).toMatch(/1\. Browse the shop[\s\S]*lost on WhatsApp Web: 3 choices became numbered text/u);
    expect(answerTo(screen, '2')).not.toContain('pressed:');
    expect(answerTo(screen, '2')).toMatch(/cart/iu);
  });

  it('is no use with --jsonl, which leaves nothing out', async () => {
    const { code, complaints } = await chat(['--as', 'telegram', '--jsonl'], [], await temporaryFolder());
    expect(code).toBe(2);
    expect(complaints).toContain('--jsonl');
  });

  it('names the nearest channel, and --name, when there is no such channel', async () => {
    const { code, complaints } = await chat(['--as', 'Telegarm'], [], await temporaryFolder());
    expect(code).toBe(2);
    expect(complaints).toContain('There is no channel "Telegarm". Did you mean telegram?');
    expect(complaints).toContain('use --name: parley chat --name "Telegarm"');
  });

  it('takes a channel in any case, a beginning for a hint, and anybody’s name for a mistake', () => {
    expect(previewedChannel('Teams')).toBe('teams');
    expect(() => previewedChannel('whatsapp')).toThrow('Did you mean whatsapp-cloud?');
    expect(() => previewedChannel('Anna')).toThrow(/^There is no channel "Anna"\.\nThe channels are terminal, /u);
  });

  it('shows what is there only once it is set up: WhatsApp’s catalogue, Telegram’s payments', () => {
    const plain = { catalogue: false };
    const none = readConfig({});
    expect(previewCapabilities('whatsapp-cloud', none, plain)).toEqual(capabilitiesOf['whatsapp-cloud']);
    expect(previewCapabilities('whatsapp-cloud', none, { catalogue: true }).cards).not.toBeNull();
    expect(previewCapabilities('whatsapp-web', none, { catalogue: true }).cards).toBeNull();
    expect(previewCapabilities('telegram', none, plain).invoice).toBeNull();
    const paying = readConfig({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_PAYMENT_TOKEN: 'pay' });
    expect(previewCapabilities('telegram', paying, plain).invoice).not.toBeNull();
  });

  it('shows what docs/preview.md says it shows', async () => {
    const guide = readFileSync('docs/preview.md', 'utf8');
    const [, excerpt = ''] = /```text\n([\s\S]*?)```/u.exec(guide) ?? [];
    const typed = [...excerpt.matchAll(/^> (.*)$/gmu)].map(([, line = '']) => line);
    expect(typed).toHaveLength(2);
    const { screen } = await chat(['--as', 'whatsapp-cloud', '--name', 'Ada'], typed, await temporaryFolder());
    expect(screen).toContain(excerpt.trim());
  });
});
