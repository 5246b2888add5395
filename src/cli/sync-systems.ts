import type { Config } from '../config/config.ts';
import type { Clock } from '../runtime/clock.ts';
import type { ShopSystem } from '../sync/shop-system.ts';

/** The real shops that this one is connected with; their clients are loaded when they are wanted. */
export async function openShopSystems(
  { shopSystems }: Pick<Config, 'shopSystems'>,
  clock: Clock,
): Promise<readonly ShopSystem[]> {
  const { shopify, woocommerce } = shopSystems;
  const systems: ShopSystem[] = [];
  if (shopify) {
    const { createShopifyShop } = await import('../../adapters/shops/shopify/shopify-shop.ts');
    systems.push(createShopifyShop(shopify, { clock }));
  }
  if (woocommerce) {
    const { createWoocommerceShop } = await import('../../adapters/shops/woocommerce/woocommerce-shop.ts');
    systems.push(createWoocommerceShop(woocommerce));
  }
  return systems;
}
