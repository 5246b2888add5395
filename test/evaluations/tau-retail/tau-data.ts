import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/**
 * The retail domain of tau-bench and tau2-bench (Sierra Research, MIT). A sample of 20 tasks is kept here; all of them are looked for where
 * PARLEY_TAU_RETAIL says, else in a folder shared/data/tau_retail beside the project.
 */
export function tauFolder(): string | null {
  const named = process.env['PARLEY_TAU_RETAIL'];
  if (named) return existsSync(named) ? named : null;
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const here = join(folder, 'shared/data/tau_retail');
    if (existsSync(join(here, 'orders.jsonl'))) return here;
    if (folder === dirname(folder)) return null;
  }
}

export const noTau = 'the retail domain of tau-bench is not here: set PARLEY_TAU_RETAIL';
export const sampleFolder = join(import.meta.dirname, 'sample');

const addressSchema = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  country: z.string(),
  state: z.string(),
  zip: z.string(),
});

const options = z.record(z.string(), z.string());

const orderSchema = z.object({
  order_id: z.string(),
  user_id: z.string(),
  address: addressSchema,
  items: z.array(
    z.object({ name: z.string(), product_id: z.string(), item_id: z.string(), price: z.number(), options }),
  ),
  status: z.enum(['pending', 'processed', 'delivered', 'cancelled']),
  payment_history: z.array(
    z.object({ transaction_type: z.enum(['payment', 'refund']), amount: z.number(), payment_method_id: z.string() }),
  ),
});

const productSchema = z.object({
  name: z.string(),
  product_id: z.string(),
  variants: z.record(z.string(), z.object({ item_id: z.string(), options, available: z.boolean(), price: z.number() })),
});

const userSchema = z.object({
  user_id: z.string(),
  payment_methods: z.record(
    z.string(),
    z.object({
      source: z.enum(['gift_card', 'paypal', 'credit_card']),
      id: z.string(),
      balance: z.number().optional(),
    }),
  ),
});

const method = { order_id: z.string(), payment_method_id: z.string() };
const callSchema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('cancel_pending_order'),
    kwargs: z.object({ order_id: z.string(), reason: z.string() }),
  }),
  z.object({
    name: z.literal('modify_pending_order_address'),
    kwargs: addressSchema.extend({ order_id: z.string() }),
  }),
  z.object({ name: z.literal('modify_pending_order_payment'), kwargs: z.object(method) }),
  z.object({
    name: z.enum(['modify_pending_order_items', 'exchange_delivered_order_items']),
    kwargs: z.object({ ...method, item_ids: z.array(z.string()), new_item_ids: z.array(z.string()) }),
  }),
  z.object({
    name: z.literal('return_delivered_order_items'),
    kwargs: z.object({ ...method, item_ids: z.array(z.string()) }),
  }),
]);

const taskSchema = z.object({ id: z.string(), user_id: z.string(), actions: z.array(callSchema) });

export type TauOrder = z.output<typeof orderSchema>;
export type TauProduct = z.output<typeof productSchema>;
export type TauUser = z.output<typeof userSchema>;
export type TauCall = z.output<typeof callSchema>;
export type TauTask = z.output<typeof taskSchema>;
export type TauAddress = z.output<typeof addressSchema>;

export interface TauData {
  readonly orders: readonly TauOrder[];
  readonly products: readonly TauProduct[];
  readonly users: readonly TauUser[];
  readonly tasks: readonly TauTask[];
}

export function readTau(folder: string, taskFiles: readonly string[]): TauData {
  return {
    orders: linesOf(join(folder, 'orders.jsonl'), orderSchema),
    products: linesOf(join(folder, 'products.jsonl'), productSchema),
    users: linesOf(join(folder, 'users.jsonl'), userSchema),
    tasks: taskFiles.flatMap((file) => linesOf(join(folder, file), taskSchema)),
  };
}

function linesOf<T extends z.ZodType>(file: string, schema: T): readonly z.output<T>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}
