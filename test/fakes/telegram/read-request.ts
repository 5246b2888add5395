import type { IncomingMessage } from 'node:http';
import { badRequest } from './api-error.ts';
import { type Form, parseMultipart } from './multipart.ts';
import { createParameters, type Parameters, type Values } from './parameters.ts';

/** Parameters come in the query, as JSON, as a form, or as multipart: https://core.telegram.org/bots/api#making-requests */
export async function readRequest(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const { values, files } = readBody(await bytesOf(request), request.headers['content-type'] ?? '');
  return createParameters({ ...Object.fromEntries(query), ...values }, files);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function readBody(body: Buffer, contentType: string): { values: Values; files: Form['files'] } {
  if (body.length === 0) return { values: {}, files: {} };
  if (contentType.startsWith('multipart/form-data')) return readForm(body, contentType);
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { values: Object.fromEntries(new URLSearchParams(body.toString('utf8'))), files: {} };
  }
  return { values: readJson(body), files: {} };
}

function readForm(body: Buffer, contentType: string) {
  const form = parseMultipart(body, contentType);
  if (!form) throw badRequest("can't parse multipart request");
  return { values: form.fields, files: form.files };
}

function readJson(body: Buffer): Values {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Values;
  } catch {
    // Told below.
  }
  throw badRequest("can't parse JSON object");
}
