import type { Checking } from './checking.ts';

/** Everything that can be known of the flows before a shopper walks into them. */
export function check(_checking: Checking): void {}
