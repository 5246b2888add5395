import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';
import type { ShopChange } from '../../../src/sync/shop-system.ts';

const forged: Refusal = { refused: 'forged' };

/** When a webhook is saved, WooCommerce posts this, unsigned, and wants to hear 200. It says nothing that could be acted on. */
const ping = /^webhook_id=\d{1,20}$/u;

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks: base64 of HMAC-SHA256 over the body as it came. */
export function readWebhook({ headers, body }: RawRequest, secret: string): readonly ShopChange[] | Refusal {
  const text = Buffer.from(body).toString('utf8');
  if (headers['x-wc-webhook-signature'] === undefined && ping.test(text)) return [];
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  if (!sameSecret(headers['x-wc-webhook-signature'] ?? '', signature)) return forged;
  const [subject] = (headers['x-wc-webhook-topic'] ?? '').split('.');
  const id = idIn(text);
  if (id === null || (subject !== 'product' && subject !== 'order')) return [];
  return [{ what: subject, id, event: headers['x-wc-webhook-delivery-id'] ?? null }];
}

const about = z.object({ id: z.int().positive() });

function idIn(text: string): string | null {
  try {
    const read = about.safeParse(JSON.parse(text));
    return read.success ? String(read.data.id) : null;
  } catch {
    return null;
  }
}
