import { z } from 'zod';

// What Parley reads of a webhook (developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages).
// Everything else is let through unread.

/** What has become of another shape counts as absent: then the rest of the message is still read. */
function known<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const text = known(z.string());
/** Numbers come as strings now and then, and the other way round. */
const number = known(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,10}(\.\d{1,20})?$/u)
      .transform(Number),
  ]),
);
const word = known(z.union([z.string(), z.number().transform(String)]));
/** Each element for itself: one that is broken takes none of the others with it. */
const list = known(z.array(z.unknown()));

export const payloadSchema = z.looseObject({ entry: list });
export const entrySchema = z.looseObject({ changes: list });
export const changeSchema = z.looseObject({ field: text, value: z.looseObject({}) });

export const valueSchema = z.looseObject({
  metadata: known(z.looseObject({ phone_number_id: word })),
  contacts: list,
  messages: list,
  statuses: list,
  errors: list,
});

export const profileSchema = z.looseObject({
  wa_id: word,
  user_id: word,
  profile: known(z.looseObject({ name: text })),
});

const media = known(
  z.looseObject({
    id: z.string().min(1).max(1000),
    mime_type: text,
    caption: text,
    filename: text,
    voice: known(z.boolean()),
  }),
);

const reply = known(z.looseObject({ id: z.string().min(1), title: text }));

export const messageSchema = z.looseObject({
  id: z.string().min(1),
  from: word,
  from_user_id: word,
  group_id: word,
  context: known(
    z.looseObject({ referred_product: known(z.looseObject({ product_retailer_id: z.string().min(1).max(100) })) }),
  ),
  /** Seconds. */
  timestamp: number,
  type: text,
  text: known(z.looseObject({ body: z.string() })),
  button: known(z.looseObject({ payload: text, text })),
  interactive: known(z.looseObject({ type: text, button_reply: reply, list_reply: reply })),
  order: known(z.looseObject({ text, product_items: list })),
  location: known(z.looseObject({ latitude: number, longitude: number, name: text, address: text })),
  contacts: list,
  image: media,
  document: media,
  audio: media,
  voice: media,
  video: media,
  sticker: media,
  reaction: known(z.looseObject({ message_id: z.string().min(1), emoji: text })),
  system: known(z.looseObject({ type: text, previous_user_id: word })),
  referral: known(
    z.looseObject({ source_id: word, source_type: text, source_url: text, headline: text, ctwa_clid: text }),
  ),
  unsupported: known(z.looseObject({ type: text })),
});

export const productItemSchema = z.looseObject({
  product_retailer_id: z.union([z.string().min(1), z.number().transform(String)]),
  quantity: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/u)
        .transform(Number),
    ])
    .pipe(z.int().min(1)),
});

export const sharedContactSchema = z.looseObject({
  name: known(z.looseObject({ formatted_name: text, first_name: text, last_name: text })),
  phones: list,
});

export const phoneSchema = z.looseObject({ phone: word, wa_id: word });

export const statusSchema = z.looseObject({
  id: z.string().min(1),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: number,
  recipient_id: word,
  recipient_user_id: word,
  recipient_type: text,
  biz_opaque_callback_data: text,
  errors: list,
});

export const errorSchema = z.looseObject({ code: number });

export type IncomingMessage = z.infer<typeof messageSchema>;
export type IncomingStatus = z.infer<typeof statusSchema>;
export type Profile = z.infer<typeof profileSchema>;

/** The elements that are what they should be; the others are left out. */
export function each<Schema extends z.ZodType>(schema: Schema, elements: readonly unknown[] = []): z.output<Schema>[] {
  return elements.flatMap((element) => {
    const read = schema.safeParse(element);
    return read.success ? [read.data] : [];
  });
}
