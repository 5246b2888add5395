import { z } from 'zod';
import type { InboundContent } from '../channel/inbound.ts';
import { sentFile } from './sent-file.ts';

/** A line that a machine writes to `parley chat --jsonl`. */
export type JsonlLine =
  | { readonly result: 'event'; readonly conversation: string; readonly id: string; readonly content: InboundContent }
  /** `id` where the line had one, so that its writer can tell which it was. */
  | {
      readonly result: 'bad';
      readonly problem: string;
      readonly conversation: string | null;
      readonly id: string | null;
    };

const name = (what: string) =>
  z
    .string(`"${what}" must be a text`)
    .min(1, `"${what}" must not be empty`)
    .max(200, `"${what}" must have at most 200 characters`);

const lineSchema = z
  .object({
    conversation: name('conversation'),
    id: name('id'),
    text: z.string('"text" must be a text').optional(),
    choice: z.string('"choice" must be a text').optional(),
    opened: z.literal(true, '"opened" can only be true').optional(),
    file: z
      .string('"file" must be the path of a file')
      .min(1, '"file" must not be empty')
      .max(500, '"file" must have at most 500 characters')
      .optional(),
    caption: z.string('"caption" must be a text').optional(),
  })
  .refine(
    ({ text, choice, opened, file }) =>
      [text, choice, opened, file].filter((given) => given !== undefined).length === 1,
    'A line needs one of "text", "choice", "file" and "opened"',
  );

export function readJsonlLine(line: string): JsonlLine {
  const json = parseJson(line);
  if (json === undefined) return { result: 'bad', problem: 'This line is not JSON', conversation: null, id: null };
  const read = lineSchema.safeParse(json);
  if (read.success) return { result: 'event', ...read.data, content: contentOf(read.data) };
  const problem = read.error.issues.map(({ message }) => message).join('; ');
  return { result: 'bad', problem, conversation: textAt(json, 'conversation'), id: textAt(json, 'id') };
}

function contentOf({ text, choice, file, caption }: z.output<typeof lineSchema>): InboundContent {
  if (text !== undefined) return { type: 'text', text };
  if (choice !== undefined) return { type: 'choice', id: choice };
  if (file !== undefined) return sentFile(file, caption);
  return { type: 'opened' };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textAt(json: unknown, key: string): string | null {
  const value = typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>)[key] : null;
  return typeof value === 'string' ? value : null;
}
