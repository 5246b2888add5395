import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value || null);

/** docs.easypost.com/docs/trackers; only what is used, and loosely: a field that is added or left out breaks nothing. */
export const trackerSchema = z.object({
  object: z.literal('Tracker').optional(),
  tracking_code: z.string().min(1),
  status: z.string(),
  updated_at: text,
  created_at: text,
  est_delivery_date: text,
  public_url: text,
  carrier: text,
  tracking_details: z
    .array(
      z.object({
        status: text,
        datetime: text,
        tracking_location: z.object({ city: text, state: text, country: text }).nullish(),
      }),
    )
    .nullish()
    .transform((details) => details ?? []),
});
export type Tracker = z.output<typeof trackerSchema>;

const rateSchema = z.object({
  id: z.string().min(1),
  carrier: z.string(),
  service: z.string(),
  /** Decimal, as text: `7.47`. */
  rate: z.string(),
});
export type Rate = z.output<typeof rateSchema>;

/** docs.easypost.com/docs/shipments. */
export const shipmentSchema = z.object({
  id: z.string().min(1),
  reference: text,
  tracking_code: text,
  rates: z
    .array(rateSchema)
    .nullish()
    .transform((rates) => rates ?? []),
  selected_rate: rateSchema.nullish().transform((rate) => rate ?? null),
  postage_label: z
    .object({ label_url: text, label_pdf_url: text })
    .nullish()
    .transform((label) => label ?? null),
  tracker: z
    .object({ public_url: text, carrier: text })
    .nullish()
    .transform((tracker) => tracker ?? null),
});
export type Shipment = z.output<typeof shipmentSchema>;

/** docs.easypost.com/docs/events: an event about a tracker has it as its result. */
export const eventSchema = z.object({ description: z.string(), result: z.unknown() });

/** docs.easypost.com/docs/errors. */
export const errorSchema = z.object({ error: z.object({ code: z.string() }) });
