import type { ChannelAdapter } from '../../../src/channel/adapter.ts';
import type { Address } from '../../../src/channel/ids.ts';
import { terminalCapabilities } from '../../../src/channel/limits/terminal.ts';
import { type DrawOptions, drawPart } from './draw-part.ts';

export interface TerminalConfig {
  /** The one person who sits here. */
  serves(to: Address): boolean;
  /** Asked for each part: a window changes its size. */
  drawing(): DrawOptions;
}

export interface TerminalDeps {
  /** Shows lines that end with a line break; they are on the screen when it returns. */
  write(lines: string): void;
  /** Shows that an answer is being made, until the next `write`. */
  typing(): void;
}

/** Shows what is said to one person at a terminal. What they type goes to the runtime by whoever reads the keyboard. */
export function createTerminalChannel(config: TerminalConfig, deps: TerminalDeps): ChannelAdapter {
  return {
    id: 'terminal',
    capabilities: terminalCapabilities,
    serves: config.serves,
    authenticate: async () => ({ result: 'refuse', reason: 'The terminal takes no requests' }),
    parse: () => [],
    async deliver(part) {
      deps.write(drawPart(part, config.drawing()));
      return { result: 'delivered' };
    },
    typing: async () => deps.typing(),
  };
}
