import { type Command, InvalidArgumentError } from 'commander';
import { orderStates } from '../commerce/orders/machine.ts';
import type { ShipParts } from '../commerce/shipping/ship-order.ts';
import {
  cancelByNumber,
  listOrders,
  packByNumber,
  receiveByNumber,
  refundByNumber,
  showOrder,
} from './orders-commands.ts';
import { ship } from './ship.ts';
import { withSalesParts } from './with-sales-parts.ts';

export function addOrders(root: Command): void {
  const orders = root.command('orders').description('orders: what came in, what is in them, and what happens to them');
  orders
    .command('list', { isDefault: true })
    .description('the latest orders')
    .option('--status <state>', `only these: ${orderStates.join(', ')}`)
    .option('--limit <n>', 'how many', readLimit, 20)
    .action((flags: { status?: string; limit: number }) => does((parts) => listOrders(parts, flags)));
  orders
    .command('show <number>')
    .description('everything about one')
    .action((number: string) => does((parts) => showOrder(parts, number)));
  addCourse(orders);
  addMoney(orders);
}

function addCourse(orders: Command): void {
  orders
    .command('pack <number>')
    .description('it is packed')
    .action((number: string) => does((parts) => packByNumber(parts, number)));
  orders
    .command('ship <number>')
    .description('send it off, as "parley ship" does')
    .option('--tracking <number>', 'the number that the carrier gave you')
    .option('--no-tracking', 'it goes without a number')
    .option('--carrier <name>', 'who brings it')
    .action((number: string, flags: { tracking?: string | false; carrier?: string }) =>
      does((parts) => ship(parts, number, flags)),
    );
  orders
    .command('deliver <number>')
    .description('it has been brought, or fetched')
    .action((number: string) => does((parts) => ship(parts, number, { delivered: true })));
}

function addMoney(orders: Command): void {
  orders
    .command('cancel <number>')
    .description('call it off; what was paid goes back')
    .option('--why <words>', 'for its history', '')
    .action((number: string, { why }: { why: string }) => does((parts) => cancelByNumber(parts, { number, why })));
  orders
    .command('receive-return <number>')
    .description('what was sent back has come: its money goes back, or the exchange is done')
    .option('--refuse', 'it is not taken back')
    .option('--no-restock', 'the pieces cannot be sold again')
    .option('--why <words>', 'for its history', '')
    .action((number: string, flags: { refuse?: true; restock: boolean; why: string }) =>
      does((parts) => receiveByNumber(parts, { number, ...flags })),
    );
  orders
    .command('refund <number> <amount>')
    .description('give back a part of what was paid: 12.50')
    .option('--why <words>', 'for its history', '')
    .action((number: string, amount: string, { why }: { why: string }) =>
      does((parts) => refundByNumber(parts, { number, amount, why })),
    );
}

function does(work: (parts: ShipParts) => Promise<string>): Promise<void> {
  return withSalesParts(work);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit;
  throw new InvalidArgumentError('a number from 1 to 500 is needed');
}
