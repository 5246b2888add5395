import { z } from 'zod';

/** What Parley reads of an update (https://core.telegram.org/bots/api#update). Everything else is let through unread. */
const user = z.looseObject({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.looseObject({ id: z.int(), type: z.string() });

const location = z.looseObject({ latitude: z.number(), longitude: z.number(), live_period: z.number().optional() });

const entity = z.looseObject({ type: z.string(), user: user.optional() });

const message = z.looseObject({
  message_id: z.int(),
  /** Seconds; 0 for a message that is too old to be read. */
  date: z.int().nonnegative(),
  edit_date: z.int().nonnegative().optional(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  reply_to_message: z.looseObject({ from: user.optional() }).optional(),
  media_group_id: z.string().max(100).optional(),
  location: location.optional(),
  venue: z.looseObject({ title: z.string(), address: z.string() }).optional(),
  contact: z
    .looseObject({ phone_number: z.string(), first_name: z.string().optional(), last_name: z.string().optional() })
    .optional(),
  reply_markup: z.looseObject({ inline_keyboard: z.array(z.array(z.looseObject({ text: z.string() }))) }).optional(),
});

const callbackQuery = z.looseObject({
  id: z.string().min(1).max(100),
  from: user,
  message: message.optional(),
  data: z.string().min(1).optional(),
});

export const updateSchema = z.looseObject({
  update_id: z.int().optional(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
});

export type IncomingUpdate = z.infer<typeof updateSchema>;
export type IncomingMessage = z.infer<typeof message>;
export type IncomingUser = z.infer<typeof user>;
export type Press = z.infer<typeof callbackQuery>;

/** The updates this channel asks for; others are not sent to it. */
export const askedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
