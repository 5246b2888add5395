import { z } from 'zod';
import { failures, GraphFault, invalid } from './graph-failure.ts';
import { messageRules, readRules, type SentBody } from './message-rules.ts';
import { metaSchema } from './meta-schema.ts';
import type { SentMessage, ServerState } from './server-state.ts';

/** POST …/messages. */
export function postMessage(state: ServerState, body: unknown): object {
  if (typeof body === 'object' && body !== null && 'status' in body) return markRead(state, body);
  const message = checked(state, messageRules, body);
  checkMeta(state, message);
  const to = message.to ?? message.recipient ?? '';
  checkReferences(state, message);
  checkWindow(state, to, message);
  const sent: SentMessage = { id: `wamid.out${state.sent.length + 1}`, to, body: message, at: state.now() };
  state.sent.push(sent);
  return { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id: sent.id }] };
}

function markRead(state: ServerState, body: object): object {
  state.reads.push(checked(state, readRules, body));
  return { success: true };
}

function checked<Schema extends z.ZodType>(state: ServerState, schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw refused(state, z.prettifyError(read.error));
}

function refused(state: ServerState, details: string): GraphFault {
  state.refusals.push(details);
  return invalid(details);
}

function checkMeta(state: ServerState, message: SentBody): void {
  const faults = state.isMetaAsked ? metaSchema()?.faults(message) : null;
  if (faults) throw refused(state, `Meta’s schema: ${faults}`);
}

/** What a message names must be there. */
function checkReferences(state: ServerState, message: SentBody): void {
  if (message.type === 'image' && 'id' in message.image && !state.files.has(message.image.id)) {
    throw invalid('the media id is not valid');
  }
  if (
    message.type === 'template' &&
    !state.templates.has(`${message.template.name}/${message.template.language.code}`)
  ) {
    throw new GraphFault({ status: 404, code: 132001, message: 'Template name does not exist in the translation' });
  }
  if (message.type !== 'interactive') return;
  const ids = productsOf(message.interactive);
  if (ids.length > 0 && !ids.some((id) => state.titles.has(id))) throw invalid('Products not found in FB Catalog');
}

function productsOf(shown: Extract<SentBody, { type: 'interactive' }>['interactive']): readonly string[] {
  if (shown.type === 'product') return [shown.action.product_retailer_id];
  if (shown.type !== 'product_list') return [];
  return shown.action.sections.flatMap(({ product_items }) => product_items.map((item) => item.product_retailer_id));
}

const dayMs = 24 * 60 * 60_000;

function checkWindow({ heard, now }: ServerState, to: string, message: SentBody): void {
  if (heard === null || message.type === 'template') return;
  if (now() - (heard.get(to) ?? 0) >= dayMs) throw new GraphFault(failures.windowClosed);
}

/** POST …/media: "Image messages" take JPEG and PNG of 5 MB at most. */
export async function postMedia(state: ServerState, body: Uint8Array, contentType: string): Promise<object> {
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': contentType } }).formData();
  const file = form.get('file');
  if (form.get('messaging_product') !== 'whatsapp' || !(file instanceof Blob))
    throw refused(state, 'no file, or no messaging_product');
  const mediaType = `${form.get('type')}`;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!/^image\/(png|jpeg)$/u.test(mediaType) || file.type !== mediaType)
    throw refused(state, `media type ${mediaType}`);
  if (bytes.length > 5 * 1024 * 1024) throw refused(state, 'larger than 5 MB');
  state.uploads.push({ bytes, mediaType });
  return { id: keep(state, { bytes, mediaType }) };
}

export function keep(state: ServerState, file: { bytes: Uint8Array; mediaType: string }): string {
  const id = `${100_000 + state.files.size}`;
  state.files.set(id, file);
  return id;
}

/** GET of a media id: where the file is. */
export function describeMedia({ files }: ServerState, id: string, origin: string): object {
  const file = files.get(id);
  if (!file) {
    const message =
      'Unsupported get request. Object with that ID does not exist, cannot be loaded due to missing permissions';
    throw new GraphFault({ status: 400, code: 100, message });
  }
  const about = { mime_type: file.mediaType, sha256: 'x', file_size: file.bytes.length };
  return { messaging_product: 'whatsapp', url: `${origin}/files/${id}`, ...about, id };
}
