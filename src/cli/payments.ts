import type { Command } from 'commander';
import { noCompetitors } from '../commerce/dynamic-pricing/competitor-prices.ts';
import type { PaymentParts } from '../commerce/payment/payment-parts.ts';
import { openStock } from '../main.ts';
import { systemClock } from '../runtime/clock.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { connectedSelling } from './connected-selling.ts';
import { createPino, logTo } from './create-log.ts';
import { openSelling } from './open-selling.ts';
import { listPayments, receivedByNumber, refundedByNumber } from './payments-commands.ts';
import { shopConfig } from './shop-config.ts';

export function addPayments(root: Command): void {
  const payments = root.command('payments').description('money: what is waited for, and what you have to pay back');
  payments
    .command('list', { isDefault: true })
    .description('orders that wait for their money, and refunds that are due or yours to pay')
    .action(() => withPaymentParts(listPayments));
  payments
    .command('received <order> [amount]')
    .description('money has come for an order, by transfer or in cash; without an amount, all of it')
    .action((order: string, amount: string | undefined) =>
      withPaymentParts((parts) => receivedByNumber(parts, { order, amount: amount ?? null })),
    );
  payments
    .command('refunded <order> <refund>')
    .description('you have paid back what no provider could')
    .action((order: string, refund: string) => withPaymentParts((parts) => refundedByNumber(parts, { order, refund })));
}

/** Writes what `use` has to say. */
async function withPaymentParts(use: (parts: PaymentParts) => Promise<string>): Promise<void> {
  const config = shopConfig();
  const { shop, rulesFolder: folder } = config;
  const rules = await openLiveRules({ folder, shop });
  const log = logTo(createPino(config.logLevel, process.stderr));
  const connected = await connectedSelling(config, log);
  const { store, catalog, close } = await openStock(config);
  try {
    const given = { store, catalog, shop, rules: rules.current, clock: systemClock, log };
    const here = { address: () => null, competitors: async () => noCompetitors };
    process.stdout.write(await use(openSelling({ ...given, ...here, ...connected }).parts));
  } finally {
    await close();
  }
}
