import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';
import type { ShopChange } from '../../../src/sync/shop-system.ts';

const forged: Refusal = { refused: 'forged' };

/** https://shopify.dev/docs/apps/build/webhooks/subscribe/https: base64 of HMAC-SHA256 over the body as it came. */
export function readWebhook(
  { headers, body }: RawRequest,
  { secret, shop }: { secret: string; shop: string },
): readonly ShopChange[] | Refusal {
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  if (!sameSecret(headers['x-shopify-hmac-sha256'] ?? '', signature)) return forged;
  if ((headers['x-shopify-shop-domain'] ?? '').toLowerCase() !== shop.toLowerCase()) return forged;
  const event = headers['x-shopify-event-id'] ?? headers['x-shopify-webhook-id'] ?? null;
  return changesOf(headers['x-shopify-topic'] ?? '', body).map((change) => ({ ...change, event }));
}

/** Ids in webhooks are numbers, beyond what JavaScript counts exactly one day: they are taken as text where they come so. */
const id = z.union([z.int().positive(), z.string().regex(/^\d+$/u)]).transform(String);
const about = z.object({ id: id.optional(), order_id: id.optional(), inventory_item_id: id.optional() });

function changesOf(topic: string, body: Uint8Array): readonly Omit<ShopChange, 'event'>[] {
  const read = about.safeParse(parsed(body));
  if (!read.success) return [];
  const { id: own, order_id: order, inventory_item_id: item } = read.data;
  const [subject = ''] = topic.split('/');
  switch (subject) {
    case 'products':
      return own === undefined ? [] : [{ what: 'product', id: `gid://shopify/Product/${own}` }];
    case 'inventory_levels':
      return item === undefined ? [] : [{ what: 'stock', id: `gid://shopify/InventoryItem/${item}` }];
    case 'inventory_items':
      return own === undefined ? [] : [{ what: 'stock', id: `gid://shopify/InventoryItem/${own}` }];
    case 'orders':
      return own === undefined ? [] : [{ what: 'order', id: `gid://shopify/Order/${own}` }];
    case 'fulfillments':
    case 'refunds':
      return order === undefined ? [] : [{ what: 'order', id: `gid://shopify/Order/${order}` }];
    default:
      return [];
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}
