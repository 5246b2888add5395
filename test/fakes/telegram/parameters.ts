import { badRequest } from './api-error.ts';
import type { UploadedFile } from './multipart.ts';

/** A request's parameters. JSON gives values, forms give strings with JSON inside: both are read alike. */
export interface Parameters {
  text(name: string): string | null;
  integer(name: string): number | null;
  flag(name: string): boolean;
  json(name: string): unknown;
  /** A file of this name, directly or as `attach://…`. */
  file(name: string): UploadedFile | null;
}

export type Values = Readonly<Record<string, unknown>>;

export function createParameters(values: Values, files: Readonly<Record<string, UploadedFile>>): Parameters {
  const text = (name: string) => asText(values[name]);
  return {
    text,
    integer: (name) => asInteger(name, text(name)),
    flag: (name) => ['true', '1', 'True'].includes(text(name) ?? ''),
    json: (name) => asJson(name, values[name]),
    file: (name) => files[name] ?? files[(text(name) ?? '').replace(/^attach:\/\//u, '')] ?? null,
  };
}

function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function asInteger(name: string, text: string | null): number | null {
  if (text === null || text === '') return null;
  if (!/^-?\d{1,16}$/u.test(text)) throw badRequest(`invalid ${name} specified`);
  return Number(text);
}

function asJson(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  if (value === '') return null;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name.replace(/_/gu, ' ')} JSON object`);
  }
}
