import { createJsonlChannel } from '../../adapters/channels/terminal/jsonl-channel.ts';
import { createTerminalChannel } from '../../adapters/channels/terminal/terminal-channel.ts';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { type Address, channelIds } from '../../src/channel/ids.ts';
import { type DeliveryHarness, requestlessChannelContract, type Shown } from '../contracts/channel-adapter.ts';
import { keysShown, previewOf } from './terminal-previews.ts';

const shopper: Address = { channel: 'terminal', account: 'here', peer: 'ann' };

function harness(adapter: ChannelAdapter, lines: readonly string[], read: (line: string) => Shown): DeliveryHarness {
  return { adapter, shopper, shown: async () => lines.map(read), close: async () => {} };
}

requestlessChannelContract('the terminal', async () => {
  const lines: string[] = [];
  const drawing = () => ({ width: 80, coloured: false });
  const adapter = createTerminalChannel(
    { serves: () => true, drawing },
    { write: (text) => void lines.push(text), typing() {} },
  );
  return harness(adapter, lines, (words) => ({ words, choices: [] }));
});

for (const channel of channelIds) {
  requestlessChannelContract(`the terminal as ${channel}`, async () => {
    const screens: Shown[] = [];
    const choicesOn = (screen: string): readonly string[] =>
      keysShown(screen).flatMap((key) => preview.pressed(key)?.id ?? []);
    const preview = previewOf(channel);
    const adapter = createTerminalChannel(
      { serves: () => true, drawing: () => ({ width: 80, coloured: false }), preview },
      { write: (screen) => void screens.push({ words: screen, choices: choicesOn(screen) }), typing() {} },
    );
    return { adapter, shopper, shown: async () => screens, close: async () => {} };
  });
}

requestlessChannelContract('JSON lines', async () => {
  const lines: string[] = [];
  const adapter = createJsonlChannel('here', (line) => void lines.push(line));
  return harness(adapter, lines, readLine);
});

function readLine(line: string): Shown {
  const { choices = [], ...rest } = JSON.parse(line) as { choices?: readonly { id: string; label: string }[] };
  const labels = choices.map(({ label }) => label).join('\n');
  return { words: `${texts(rest).join('\n')}\n${labels}`, choices: choices.map(({ id }) => id) };
}

/** Every text in a line, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
