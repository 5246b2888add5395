import type { Trade } from '../trade.ts';

/** The trade itself; for a preview one that writes nothing: a shopper is told what something comes to before they say yes. */
export function tradeFor(trade: Trade, { preview }: { readonly preview?: boolean | undefined }): Trade {
  return preview ? { ...trade, stage: () => undefined } : trade;
}
