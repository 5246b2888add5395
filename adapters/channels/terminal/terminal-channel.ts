import type { ChannelAdapter, Delivery, PartOrigin } from '../../../src/channel/adapter.ts';
import type { Address } from '../../../src/channel/ids.ts';
import { terminalCapabilities } from '../../../src/channel/limits/terminal.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { type DrawOptions, drawPart } from './draw-part.ts';
import { openLocalFile } from './local-file.ts';
import type { Preview } from './preview/preview.ts';

export interface TerminalConfig {
  /** The one person who sits here. */
  serves(to: Address): boolean;
  /** Asked for each part: a window changes its size. */
  drawing(): DrawOptions;
  /** Shows everything as another channel would. */
  readonly preview?: Preview;
}

export interface TerminalDeps {
  /** Shows lines that end with a line break; they are on the screen when it returns. */
  write(lines: string): void;
  /** Shows that an answer is being made, until the next `write`. */
  typing(): void;
}

/** Shows what is said to one person at a terminal. What they type goes to the runtime by whoever reads the keyboard. */
export function createTerminalChannel(config: TerminalConfig, deps: TerminalDeps): ChannelAdapter {
  const { typing, idempotent } = terminalCapabilities;
  return {
    id: 'terminal',
    // What is shown is the other channel's; how it is shown stays a terminal's.
    capabilities: config.preview ? { ...config.preview.capabilities, typing, idempotent } : terminalCapabilities,
    serves: config.serves,
    authenticate: async () => ({ result: 'refuse', reason: 'The terminal takes no requests' }),
    parse: () => [],
    async deliver(part, _to, delivery) {
      deps.write(drawn(config, part, delivery));
      return { result: 'delivered' };
    },
    typing: async () => deps.typing(),
    fetchMedia: openLocalFile,
  };
}

const unknownOrigin: PartOrigin = { losses: [], choices: [], firstNumber: 1 };

function drawn({ preview, drawing }: TerminalConfig, part: RenderedPart, { key, origin }: Delivery): string {
  if (!preview) return drawPart(part, drawing());
  const turn = key.replace(/:\d+:\d+$/u, '');
  return preview.draw(part, { turn, origin: origin ?? unknownOrigin }, drawing());
}
