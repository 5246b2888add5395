import { z } from 'zod';

// What Parley reads of an update (https://core.telegram.org/bots/api#update). Everything else is let through unread.

/** What has become of another shape counts as absent: then the rest of the message is still read. */
function known<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const user = z.looseObject({
  id: z.int(),
  is_bot: known(z.boolean()),
  first_name: known(z.string()),
  last_name: known(z.string()),
  language_code: known(z.string()),
});

const chat = z.looseObject({ id: z.int(), type: z.string() });

const location = z.looseObject({ latitude: z.number(), longitude: z.number(), live_period: known(z.number()) });

const entity = z.looseObject({ type: z.string(), user: known(user) });

/** Any file: what a kind does not have is absent. https://core.telegram.org/bots/api#document */
const file = z.looseObject({
  file_id: z.string().min(1),
  file_size: known(z.int().nonnegative()),
  mime_type: known(z.string().max(200)),
  file_name: known(z.string()),
});

const photo = file.extend({ width: z.number(), height: z.number() });

const sticker = file.extend({ is_animated: known(z.boolean()), is_video: known(z.boolean()) });

const payment = z.looseObject({
  currency: z.string().regex(/^[A-Z]{3}$/u),
  total_amount: z.int(),
  invoice_payload: z.string(),
  telegram_payment_charge_id: z.string().min(1),
});

const message = z.looseObject({
  message_id: z.int(),
  /** Seconds; 0 for a message that is too old to be read. */
  date: z.int().nonnegative(),
  edit_date: known(z.int().nonnegative()),
  chat,
  from: known(user),
  text: known(z.string()),
  caption: known(z.string()),
  entities: known(z.array(entity)),
  caption_entities: known(z.array(entity)),
  reply_to_message: known(z.looseObject({ from: user.optional() })),
  media_group_id: known(z.string().max(100)),
  location: known(location),
  venue: known(z.looseObject({ title: z.string(), address: z.string() })),
  contact: known(
    z.looseObject({
      phone_number: z.string(),
      first_name: known(z.string()),
      last_name: known(z.string()),
      user_id: known(z.int()),
    }),
  ),
  photo: known(z.array(photo)),
  animation: known(file),
  voice: known(file),
  audio: known(file),
  video: known(file),
  video_note: known(file),
  document: known(file),
  sticker: known(sticker),
  successful_payment: known(payment),
  reply_markup: known(z.looseObject({ inline_keyboard: z.array(z.array(z.looseObject({ text: z.string() }))) })),
});

const callbackQuery = z.looseObject({
  id: z.string().min(1).max(100),
  from: user,
  message: known(message),
  data: known(z.string().min(1)),
});

/** Only what changed for the bot itself: https://core.telegram.org/bots/api#chatmemberupdated */
const membership = z.looseObject({
  chat,
  from: known(user),
  date: z.int().nonnegative(),
  new_chat_member: z.looseObject({ status: z.string() }),
});

const checkout = z.looseObject({
  id: z.string().min(1).max(100),
  from: user,
  currency: z.string(),
  total_amount: z.int(),
  invoice_payload: z.string(),
});

export const updateSchema = z.looseObject({
  update_id: known(z.int()),
  message: known(message),
  edited_message: known(message),
  callback_query: known(callbackQuery),
  my_chat_member: known(membership),
  pre_checkout_query: known(checkout),
});

export type IncomingMessage = z.infer<typeof message>;
export type IncomingUser = z.infer<typeof user>;
export type IncomingFile = z.infer<typeof file>;
export type IncomingPhoto = z.infer<typeof photo>;
export type Press = z.infer<typeof callbackQuery>;
export type Membership = z.infer<typeof membership>;
export type Checkout = z.infer<typeof checkout>;

/** The updates this channel asks for; others are not sent to it. */
export const askedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'pre_checkout_query',
] as const;
