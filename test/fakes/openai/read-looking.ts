import { z } from 'zod';
import type { Asked } from './asked.ts';

const image = z.strictObject({
  type: z.literal('image_url'),
  image_url: z.strictObject({ url: z.string(), detail: z.enum(['auto', 'low', 'high']).optional() }),
});
const words = z.strictObject({ type: z.literal('text'), text: z.string().min(1) });

/** https://platform.openai.com/docs/api-reference/chat/create, as far as pictures need it. */
const request = z.strictObject({
  model: z.string().min(1),
  messages: z.tuple([
    z.strictObject({ role: z.literal('system'), content: z.string().min(1) }),
    z.strictObject({ role: z.literal('user'), content: z.array(z.union([image, words])).min(1) }),
  ]),
  max_completion_tokens: z.number().int().positive().optional(),
});

/** Throws what the API would refuse it with. */
export function readLooking(body: Buffer, contentType: string): Asked {
  if (!contentType.startsWith('application/json')) throw new Error('Expected application/json');
  const { model, messages } = request.parse(JSON.parse(body.toString('utf8')));
  const [system, user] = messages;
  const images = user.content.filter((part) => part.type === 'image_url');
  const url = images[0]?.image_url.url ?? '';
  const [, type, data] = /^data:(image\/(?:png|jpeg|webp|gif));base64,([A-Za-z0-9+/]+={0,2})$/u.exec(url) ?? [];
  if (images.length !== 1 || type === undefined || data === undefined) throw new Error('Invalid image data URL');
  const said = user.content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  const bytes = Buffer.from(data, 'base64').length;
  return { kind: 'look', model, instruction: system.content, words: said.join('\n'), type, bytes };
}
