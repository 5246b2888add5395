import type { Command } from 'commander';
import { listPayments, receivedByNumber, refundedByNumber } from './payments-commands.ts';
import { withSalesParts } from './with-sales-parts.ts';

export function addPayments(root: Command): void {
  const payments = root.command('payments').description('money: what is waited for, and what you have to pay back');
  payments
    .command('list', { isDefault: true })
    .description('orders that wait for their money, and refunds that are due or yours to pay')
    .action(() => withSalesParts(listPayments));
  payments
    .command('received <order> [amount]')
    .description('money has come for an order, by transfer or in cash; without an amount, all of it')
    .action((order: string, amount: string | undefined) =>
      withSalesParts((parts) => receivedByNumber(parts, { order, amount: amount ?? null })),
    );
  payments
    .command('refunded <order> <refund>')
    .description('you have paid back what no provider could')
    .action((order: string, refund: string) => withSalesParts((parts) => refundedByNumber(parts, { order, refund })));
}
