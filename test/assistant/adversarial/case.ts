import type { AssistantLimits } from '../../../src/assistant/assistant-parts.ts';
import type { Served } from '../../fakes/model-server.ts';

/** One message of a shopper, and a model's server that answers it wrongly, or not at all. */
export interface Case {
  readonly asks: string;
  /** Said before it, without an answer of the model's. */
  readonly before?: readonly string[];
  readonly serves: readonly Served[];
  /** Words that must not reach the shopper, beside every run of the model's own. */
  readonly never?: readonly string[];
  readonly limits?: Partial<AssistantLimits>;
}

export interface Kind {
  readonly kind: string;
  readonly cases: readonly Case[];
}

/** An answer that is right: what of it has to be read, in order. */
export interface GoodCase {
  readonly asks: string;
  readonly serves: readonly Served[];
  readonly reads: string;
}

type Commands = readonly object[];

/** What the model answers; the same again when it is sent back. */
export function says(text: string, commands: Commands = [{ command: 'answer' }]): Served {
  return { text: JSON.stringify({ commands, text }) };
}

export function looksUp(text: string, tool = 'catalog_search'): Served {
  return { calls: [{ tool, input: tool === 'pages_find' ? { question: text } : { text } }] };
}

/** `p1` is the blue mug, `p2` the red one, `p3` the one of copper, which is sold out. */
const threeMugs: Served = {
  calls: ['blue stoneware mug', 'red travel mug', 'copper mug deluxe'].map((text) => {
    return { tool: 'catalog_search', input: { text, limit: 1 } };
  }),
};

/** It looks mugs up, and then answers so. */
export function lies(asks: string, text: string, more: Partial<Case> = {}): Case {
  return { asks, serves: [threeMugs, says(text)], ...more };
}

/** Answers without looking anything up. */
export function blurts(asks: string, text: string, more: Partial<Case> = {}): Case {
  return { asks, serves: [says(text)], ...more };
}

export function proposes(
  asks: string,
  commands: Commands,
  more: Partial<Case> & { readonly text?: string } = {},
): Case {
  const { text = '', ...rest } = more;
  return { asks, serves: [says(text, commands)], ...rest };
}
