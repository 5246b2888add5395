import { z } from 'zod';

// What POST …/messages takes, strictly: limits of "Interactive reply buttons messages", "Interactive list messages",
// "Text messages", "Image messages", "Share products", "Location request messages", "Templates" on developers.facebook.com.

const words = (max: number) => z.string().max(max).refine(isVisible, 'is blank');
const oneLine = (max: number) => words(max).refine((text) => !/[\n\t]/u.test(text), 'has a line break');
const id = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text === text.trim(), 'has a blank at an end');
const body = z.strictObject({ text: words(1024) });

function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text) && text.isWellFormed();
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

const button = z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: id(256), title: oneLine(20) }) });
const buttons = z
  .array(button)
  .min(1)
  .max(3)
  .refine((all) => areDistinct(all.map(({ reply }) => reply.title)), 'two buttons have one title')
  .refine((all) => areDistinct(all.map(({ reply }) => reply.id)), 'two buttons have one id');

const row = z.strictObject({ id: id(200), title: oneLine(24), description: oneLine(72).optional() });
const sections = z
  .array(z.strictObject({ title: oneLine(24).optional(), rows: z.array(row).min(1) }))
  .min(1)
  .max(10)
  .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, 'more than 10 rows')
  .refine((all) => areDistinct(all.flatMap(({ rows }) => rows).map((each) => each.id)), 'two rows have one id')
  .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), 'a section has no title');

const productItems = z.array(z.strictObject({ product_retailer_id: z.string().min(1) })).min(1);
const productSections = z
  .array(z.strictObject({ title: oneLine(24), product_items: productItems }))
  .min(1)
  .max(10)
  .refine((all) => all.flatMap((section) => section.product_items).length <= 30, 'more than 30 products');

const interactive = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('button'), body, action: z.strictObject({ buttons }) }),
  z.strictObject({ type: z.literal('list'), body, action: z.strictObject({ button: oneLine(20), sections }) }),
  z.strictObject({
    ...{ type: z.literal('location_request_message'), body },
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
  z.strictObject({
    ...{ type: z.literal('product'), body: body.optional() },
    action: z.strictObject({ catalog_id: z.string().min(1), product_retailer_id: z.string().min(1) }),
  }),
  z.strictObject({
    ...{ type: z.literal('product_list'), body },
    header: z.strictObject({ type: z.literal('text'), text: oneLine(60) }),
    action: z.strictObject({ catalog_id: z.string().min(1), sections: productSections }),
  }),
]);

const caption = z
  .string()
  .min(1)
  .max(1024)
  .refine((text) => text.isWellFormed(), 'is not Unicode')
  .optional();
const image = z.union([
  z.strictObject({ id: z.string().min(1), caption }),
  z.strictObject({ link: z.url({ protocol: /^https$/u }), caption }),
]);

/** Error 132018: no line breaks, no tabs, no more than four blanks together. */
const variable = z.strictObject({
  type: z.literal('text'),
  text: words(1024).refine((text) => !/[\n\t]| {5}/u.test(text), 'has a line break, a tab or five blanks'),
});

const template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]+$/u),
  language: z.strictObject({ policy: z.literal('deterministic'), code: z.string().min(2) }),
  components: z.array(z.strictObject({ type: z.literal('body'), parameters: z.array(variable) })),
});

const head = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z
    .string()
    .regex(/^\d{3,20}$/u)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/u)
    .optional(),
  /** "Status messages": 512 characters. */
  biz_opaque_callback_data: z.string().max(512).optional(),
};

export const messageRules = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...{ ...head, type: z.literal('text') },
      text: z.strictObject({ body: words(4096), preview_url: z.boolean().optional() }),
    }),
    z.strictObject({ ...head, type: z.literal('interactive'), interactive }),
    z.strictObject({ ...head, type: z.literal('image'), image }),
    z.strictObject({ ...head, type: z.literal('template'), template }),
  ])
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, 'nobody is named');

export const readRules = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().startsWith('wamid.'),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

export type SentBody = z.infer<typeof messageRules>;
export type ReadBody = z.infer<typeof readRules>;
