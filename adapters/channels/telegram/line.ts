import type { ChannelHealth } from '../../../src/channel/adapter.ts';

/** How the line to Telegram is, as it was last seen. */
export interface Line {
  health(): ChannelHealth;
  is(state: ChannelHealth['state'], detail?: string): void;
}

export function createLine(): Line {
  let health: ChannelHealth = { state: 'connecting' };
  return {
    health: () => health,
    is: (state, detail) => {
      health = detail === undefined ? { state } : { state, detail };
    },
  };
}
