import { z } from 'zod';

// What Parley reads of whatsapp-web.js 1.34.7's raw data (src/util/Injected/Utils.js, getMessageModel). All else is let through unread.

/** What has become of another shape counts as absent: then the rest is still read. */
function known<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

/** An address as a string, or as WhatsApp's own object. */
export const wid = z.union([z.string(), z.looseObject({ _serialized: z.string() }).transform((it) => it._serialized)]);

export const messageKey = z.looseObject({
  id: z.string().min(1).max(128),
  fromMe: known(z.boolean()),
  remote: known(wid),
  _serialized: known(z.string().max(900)),
});

export const messageSchema = z.looseObject({
  id: messageKey,
  from: known(wid),
  type: known(z.string()),
  /** Seconds. */
  t: known(z.number().nonnegative().max(9_999_999_999)),
  body: known(z.string()),
  caption: known(z.string()),
  notifyName: known(z.string()),
  isStatusV3: known(z.boolean()),
  broadcast: known(z.boolean()),
  isViewOnce: known(z.boolean()),
  /** Where its file is; without it there is none to be had on this device. */
  directPath: known(z.string().min(1)),
  mimetype: known(z.string().max(200)),
  size: known(z.number().nonnegative()),
  filename: known(z.string()),
  lat: known(z.number().min(-90).max(90)),
  lng: known(z.number().min(-180).max(180)),
  loc: known(z.string()),
  vcardFormattedName: known(z.string()),
  selectedButtonId: known(z.string().min(1)),
  selectedId: known(z.string().min(1)),
  listResponse: known(z.looseObject({ singleSelectReply: z.looseObject({ selectedRowId: z.string().min(1) }) })),
  latestEditSenderTimestampMs: known(z.number()),
  ctwaContext: known(
    z.looseObject({ sourceId: known(z.string().min(1)), sourceUrl: known(z.string()), title: known(z.string()) }),
  ),
});

export const reactionSchema = z.looseObject({
  id: messageKey,
  msgId: messageKey,
  reaction: known(z.string()),
  senderId: wid,
  /** Seconds. */
  timestamp: known(z.number().nonnegative().max(9_999_999_999)),
});

export const voteSchema = z.looseObject({
  parentMsgKey: messageKey,
  voter: wid,
  /** Milliseconds; the library's spelling. */
  interractedAtTs: known(z.number().nonnegative().max(9_999_999_999_999)),
  selectedOptions: z.array(z.looseObject({ name: known(z.string().min(1)), localId: known(z.number()) })),
});

export type IncomingMessage = z.infer<typeof messageSchema>;
export type MessageKey = z.infer<typeof messageKey>;
