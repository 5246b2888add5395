import type { Money } from '../../catalog/money.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import type { PaymentProvider, PaymentProviders } from './provider.ts';

export interface WayToPay {
  /** The provider's id. */
  readonly id: string;
  readonly label: string;
  /** What it costs more; `null`: nothing. */
  readonly fee: Money | null;
  readonly paid: PaymentProvider['paid'];
}

export interface Paying {
  readonly rules: ShopRules;
  readonly providers: PaymentProviders;
  /** What is to be paid, without any fee for the way to pay; `null`: not known yet. */
  readonly total: Money | null;
  /** Where the order goes to; `null`: not known yet. */
  readonly country: string | null;
  readonly conversation: string;
}

/** How this shopper can pay this, in the merchant's order. A provider that is not set up is as if it had not been written down, and so is the demo beside one that takes money. */
export function waysToPay(paying: Paying): readonly WayToPay[] {
  const isEarnest = takesMoney(paying.rules, paying.providers);
  return paying.rules.payment.methods.flatMap((method) => {
    const provider = paying.providers.get(method.provider);
    if (
      !provider ||
      (isEarnest && provider.pretend) ||
      provider.serves?.(paying.conversation) === false ||
      !fits(method, paying)
    )
      return [];
    return [{ id: provider.id, label: method.label, fee: method.fee, paid: provider.paid }];
  });
}

/**
 * Whether real money is taken before delivery, be it in one channel alone: then the demo would give goods away. A transfer is set up by its
 * account.
 */
export function takesMoney({ payment }: ShopRules, providers: PaymentProviders): boolean {
  return [...providers.values()].some(
    ({ id, paid, pretend }) => paid === 'before' && !pretend && (id !== 'bank-transfer' || payment.bank !== null),
  );
}

type Method = ShopRules['payment']['methods'][number];

function fits({ up_to, countries }: Method, { total, country }: Paying): boolean {
  if (total !== null && up_to !== null && (total.currency !== up_to.currency || total.amount > up_to.amount))
    return false;
  return country === null || countries === null || countries.includes(country);
}
