import type { WoocommerceSettings } from '../../../src/config/shops.ts';
export interface WoocommerceConfig extends WoocommerceSettings {
  readonly timeoutMs?: number;
}
