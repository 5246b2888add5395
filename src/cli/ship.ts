import { type Command, InvalidArgumentError } from 'commander';
import { isRefusal } from '../commerce/refusal.ts';
import { CarrierDown } from '../commerce/shipping/carrier-down.ts';
import { deliverOrder, type ShipParts, shipOrder } from '../commerce/shipping/ship-order.ts';
import { transact } from '../commerce/trade.ts';
import { Failure } from './failure.ts';
import { found } from './orders-commands.ts';
import { deliveredWords, shippedWords, whyNotDelivered, whyNotShipped } from './ship-words.ts';
import { withSalesParts } from './with-sales-parts.ts';

interface ShipFlags {
  /** `false`: it goes without one. */
  readonly tracking?: string | false;
  readonly carrier?: string;
  readonly grams?: number;
  readonly delivered?: true;
}

export function addShip(root: Command): void {
  root
    .command('ship')
    .description('send an order off: the carrier makes a label, or you give the number that you have')
    .argument('<order>', 'its number')
    .option('--tracking <number>', 'the number that the carrier gave you')
    .option('--no-tracking', 'it goes without a number')
    .option('--carrier <name>', 'who brings it, as the shopper knows them; or one of the connected ones')
    .option('--grams <weight>', 'what this parcel weighs', readGrams)
    .option('--delivered', 'it has been brought, or fetched')
    .action((order: string, flags: ShipFlags) => withSalesParts((parts) => ship(parts, order, flags)));
}

function readGrams(text: string): number {
  const grams = Number(text);
  if (Number.isFinite(grams) && grams > 0 && grams <= 100_000) return grams;
  throw new InvalidArgumentError('a weight in grams is needed, up to 100000');
}

const by = { who: 'merchant' } as const;

/** What the merchant reads; throws `Failure` with what mends it. */
export async function ship(parts: ShipParts, typed: string, flags: ShipFlags): Promise<string> {
  const { id: order, number } = await found(parts, typed);
  if (flags.delivered) return await arrived(parts, { order, number });
  const { carrier, grams } = flags;
  // Without the flag commander says nothing, with --no-tracking false.
  const tracking = flags.tracking === undefined ? {} : { tracking: flags.tracking === false ? null : flags.tracking };
  const wanted = { ...(carrier !== undefined && { carrier }), ...(grams !== undefined && { grams }) };
  const shipped = await shipOrder(parts, { order, by, ...tracking, ...wanted }).catch(whenDown);
  if (isRefusal(shipped)) throw new Failure(whyNotShipped(number, shipped));
  return shippedWords(shipped);
}

async function arrived(parts: ShipParts, { order, number }: { order: string; number: string }): Promise<string> {
  const delivered = await transact(parts, { key: `delivered:${order}`, by }, (trade) => deliverOrder(trade, order));
  if (isRefusal(delivered)) throw new Failure(whyNotDelivered(number, delivered));
  return deliveredWords(delivered);
}

function whenDown(error: unknown): never {
  if (!(error instanceof CarrierDown)) throw error;
  throw new Failure(
    'The carrier cannot be reached. Say it again: an order gets one parcel, however often it is asked.',
  );
}
