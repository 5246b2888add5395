import { draftOf } from '../../../commerce/checkout/draft.ts';
import { profileOf } from '../../../customer/profile.ts';
import type { StoreReader } from '../../../storage/store.ts';
import { nothingKnown, type Personal } from './known-words.ts';

/** What the shop knows of a customer: their profile, and what they have said for an order. Throws `StoreError`. */
export async function personalOf(store: Pick<StoreReader, 'get'>, customer: string): Promise<Personal> {
  const [known, checkout] = await Promise.all([store.get('customer', customer), store.get('checkout', customer)]);
  if (known === null && checkout === null) return nothingKnown;
  const profile = profileOf(known?.body ?? null);
  const { contact, address } = draftOf(checkout);
  return {
    names: said([profile.name, contact.name, address?.name]),
    emails: said([profile.email, contact.email]),
    phones: said([contact.phone]),
    addresses: said([...(address?.lines ?? []), address?.postcode]),
  };
}

function said(values: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string' && value.trim() !== ''))] as string[];
}
