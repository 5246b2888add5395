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
    z.looseObject({ phone_number: z.string(), first_name: known(z.string()), last_name: known(z.string()) }),
  ),
  reply_markup: known(z.looseObject({ inline_keyboard: z.array(z.array(z.looseObject({ text: z.string() }))) })),
});

const callbackQuery = z.looseObject({
  id: z.string().min(1).max(100),
  from: user,
  message: message.optional(),
  data: known(z.string().min(1)),
});

export const updateSchema = z.looseObject({
  update_id: z.int().optional(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
});

export type IncomingMessage = z.infer<typeof message>;
export type IncomingUser = z.infer<typeof user>;
export type Press = z.infer<typeof callbackQuery>;

/** The updates this channel asks for; others are not sent to it. */
export const askedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
