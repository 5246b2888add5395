import { ShopError } from '../../../src/sync/shop-error.ts';
import type { UserErrors } from './answers.ts';

/** Their messages may quote what was sent: the field and the code say enough. */
export function refuseErrors(errors: UserErrors): void {
  const [first] = errors;
  if (first === undefined) return;
  const field = first.field?.join('.') ?? 'the whole';
  throw new ShopError('SHOP_REFUSED', `Shopify does not take ${field}${first.code ? ` (${first.code})` : ''}`);
}
