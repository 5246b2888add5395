import { z } from 'zod';

// What Parley reads of an activity (github.com/microsoft/Agents, "Activity Protocol"). Everything else is let through unread.

/** What has become of another shape counts as absent: then the rest of the activity is still read. */
function known<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

/** Members of a list that have become of another shape are left out; the others are read. */
function knownList<Schema extends z.ZodType>(schema: Schema) {
  return known(
    z.array(z.unknown()).transform((all) =>
      all.flatMap((each) => {
        const read = schema.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    ),
  );
}

const id = z.string().min(1).max(250);

const account = z.looseObject({ id, name: known(z.string()), role: known(z.string()) });

const attachment = z.looseObject({
  contentType: z.string(),
  contentUrl: known(z.string()),
  name: known(z.string()),
  content: known(z.unknown()),
});

const entity = z.looseObject({
  type: z.string(),
  text: known(z.string()),
  mentioned: known(z.looseObject({ id: z.string() })),
  locale: known(z.string()),
});

const reaction = z.looseObject({ type: z.string() });

export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: known(id),
  timestamp: known(z.string()),
  serviceUrl: z.url({ protocol: /^https?$/u }).max(1000),
  channelId: known(z.string()),
  locale: known(z.string()),
  from: known(account),
  recipient: known(account),
  conversation: z.looseObject({ id, conversationType: known(z.string().max(50)), tenantId: known(id) }),
  text: known(z.string()),
  textFormat: known(z.string()),
  value: known(z.unknown()),
  name: known(z.string()),
  action: known(z.string()),
  replyToId: known(id),
  attachments: knownList(attachment),
  entities: knownList(entity),
  reactionsAdded: knownList(reaction),
  reactionsRemoved: knownList(reaction),
  channelData: known(z.looseObject({ eventType: known(z.string()), tenant: known(z.looseObject({ id: known(id) })) })),
});

export type Activity = z.infer<typeof activitySchema>;
export type Attachment = z.infer<typeof attachment>;

/** `null` for bytes that are no activity. Total. */
export function readActivity(body: Uint8Array): Activity | null {
  return activitySchema.safeParse(readJson(body)).data ?? null;
}

export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}
