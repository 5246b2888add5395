import { z } from 'zod';
import type { Stored, Write } from '../../storage/store.ts';
import { addressSchema, type Destination } from '../address.ts';
import type { Trade } from '../trade.ts';

/** More codes are no shopping but a search for one that works. */
export const mostCoupons = 10;

const known = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const contactSchema = z.object({
  name: known(z.string()),
  email: known(z.string()),
  /** E.164 where it could be read. */
  phone: known(z.string()),
});

const draftSchema = z.object({
  address: known(addressSchema),
  contact: contactSchema.default({ name: null, email: null, phone: null }),
  /** As far as it is known before there is an address; an address counts more. */
  destination: known(z.object({ country: z.string(), region: known(z.string()), postcode: known(z.string()) })),
  /** A delivery option's id: a method, or a place where it is fetched. */
  delivery: known(z.string()),
  /** As typed, in the order in which they were given. */
  coupons: z.array(z.string()).max(mostCoupons).default([]),
  /** A payment provider's id. */
  payBy: known(z.string()),
  gift: known(z.object({ message: z.string() })),
  /** Whether the shopper wants to be told here how it goes on. */
  notify: z.boolean().default(false),
  /** Loyalty points to pay with: nothing gives or takes any yet. */
  points: z.literal(0).default(0),
  /** The order that came of the draft before this one, by the trade that placed it: who does that trade again gets the same order. */
  placed: known(z.object({ key: z.string(), order: z.string() })),
});

/** What a customer has said for an order that is not placed yet. The body of a `checkout` document; its id is the customer's. */
export type CheckoutDraft = z.output<typeof draftSchema>;
export type Contact = CheckoutDraft['contact'];

export const emptyDraft: CheckoutDraft = draftSchema.parse({});

/** Throws when the document is not a draft: the store was written by something else. */
export function draftOf(stored: Pick<Stored, 'body'> | null): CheckoutDraft {
  return stored === null ? emptyDraft : draftSchema.parse(stored.body);
}

export interface ReadDraft {
  readonly draft: CheckoutDraft;
  readonly revision: number;
}

export async function readDraft({ store }: Pick<Trade, 'store'>, customer: string): Promise<ReadDraft> {
  const stored = await store.get('checkout', customer);
  return { draft: draftOf(stored), revision: stored?.revision ?? 0 };
}

/** `revision`: the one that was read. */
export function draftWrite(draft: CheckoutDraft, at: { customer: string; revision: number; now: number }): Write {
  const body = JSON.parse(JSON.stringify({ ...draft, updatedAt: at.now })) as Write['body'];
  return { kind: 'checkout', id: at.customer, revision: at.revision, body };
}

/** Reads the draft, stages it changed, and gives it back. */
export async function changeDraft(
  trade: Trade,
  customer: string,
  changes: Partial<CheckoutDraft>,
): Promise<CheckoutDraft> {
  const { draft, revision } = await readDraft(trade, customer);
  const after = { ...draft, ...changes };
  trade.stage(draftWrite(after, { customer, revision, now: trade.now }));
  return after;
}

/** Where the order would go; `null` when nothing is known yet. */
export function destinationOf({
  address,
  destination,
}: Pick<CheckoutDraft, 'address' | 'destination'>): Destination | null {
  if (address === null) return destination;
  return { country: address.country, region: address.region, postcode: address.postcode };
}
