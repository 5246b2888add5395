import type { Order } from '../commerce/orders/order.ts';
import type { ShopContact } from './shop-system.ts';

export function contactOf({ contact, address }: Order): ShopContact {
  return { name: contact?.name ?? address?.name ?? null, email: contact?.email ?? null, phone: contact?.phone ?? null };
}
