import type { PaymentProvider } from '../../../src/commerce/payment/provider.ts';
import type { ShopRules } from '../../../src/commerce/rules/shop-rules.ts';

export interface BankTransferDeps {
  /** The shop's account as it is now; `null`: none, and nobody can pay so. */
  readonly bank: () => ShopRules['payment']['bank'];
}

/** The shopper sends the money with the order's number as its reference; a person sees it arrive and says so. */
export function createBankTransfer({ bank }: BankTransferDeps): PaymentProvider {
  return {
    id: 'bank-transfer',
    paid: 'before',
    serves: () => bank() !== null,
    async start({ key, number }) {
      const account = bank();
      if (account === null) return { refused: 'not-payable' };
      const { name, iban, bic, holder } = account;
      const instructions = { how: 'transfer', bank: name, iban, bic, holder, reference: number };
      return { reference: `bank:${key}`, url: null, invoice: false, instructions };
    },
    state: async () => null,
    refund: async () => ({ refused: 'by-hand' }),
  };
}
