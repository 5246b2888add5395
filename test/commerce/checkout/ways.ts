import type { PaymentProvider, PaymentProviders } from '../../../src/commerce/payment/provider.ts';
import { type ShopRules, topics } from '../../../src/commerce/rules/shop-rules.ts';
import { facts } from '../../actions/shop.ts';

function aWay(id: string, paid: PaymentProvider['paid']): readonly [string, PaymentProvider] {
  const never = () => Promise.reject(new Error('no payment is made here'));
  return [id, { id, paid, start: never, state: never, refund: never }];
}

/** Ways to pay that are known and never asked. */
export const someWays: PaymentProviders = new Map([
  aWay('demo', 'before'),
  aWay('cash-on-delivery', 'later'),
  aWay('bank-transfer', 'before'),
]);

type Topic = keyof ShopRules;

/** The rules of these topics, as a merchant writes them. */
export function rulesOf<T extends Topic>(written: Readonly<Record<T, object>>): Pick<ShopRules, T> {
  const read = Object.entries(written).map(([topic, rules]) => [topic, topics[topic as T](facts).parse(rules)]);
  return Object.fromEntries(read) as Pick<ShopRules, T>;
}

export const severalWays = {
  methods: [
    { provider: 'demo', label: 'Card' },
    { provider: 'cash-on-delivery', label: 'Cash on delivery', fee: 3, up_to: 500, countries: ['US'] },
    { provider: 'bank-transfer', label: 'Bank transfer' },
  ],
  bank: { name: 'Test bank', iban: 'DE89370400440532013000', holder: 'Test shop' },
};

export const someZones = {
  zones: [
    {
      name: 'Home',
      countries: ['US'],
      methods: [
        { id: 'standard', label: 'Standard', price: 4.9, free_from: 50, days: '2-4' },
        { id: 'express', label: 'Express', price: 14.9, days: '1' },
      ],
    },
    {
      name: 'Canada',
      countries: ['CA'],
      methods: [{ id: 'standard', label: 'Standard', price: 19.9, days: '5-9' }],
    },
  ],
  pick_up: [{ place: 'store', label: 'Our store', address: '1 Market St' }],
};

export const someCoupons = {
  coupons: [
    { code: 'SAVE10', label: '10% off', percent: 10 },
    { code: 'ONCE', label: '5 off', amount: 5, uses: 1 },
    { code: 'BIG', label: '20 off', amount: 20, minimum: 100 },
    { code: 'OLD', label: 'Last year', percent: 50, to: '2025-12-31' },
    { code: 'SOON', label: 'Next year', percent: 50, from: '2027-01-01' },
  ],
};
