import { invalid } from './fault.ts';

/** What a parameter may be; the name is the whole path as it stands in the form. */
export interface Rule {
  readonly name: RegExp;
  readonly required?: boolean;
  readonly value: (text: string) => boolean;
}

export const text = (most: number) => (value: string) => value.length > 0 && value.length <= most;
export const whole = (from: number, to: number) => (value: string) =>
  /^-?\d+$/u.test(value) && Number(value) >= from && Number(value) <= to;
export const oneOf =
  (...values: readonly string[]) =>
  (value: string) =>
    values.includes(value);
export const address = (value: string) => /^https?:\/\/.+/u.test(value) && value.length <= 5000;

export type Form = ReadonlyMap<string, string>;

/** Every parameter is known, there once and right, and none is missing: as Stripe checks them, one after the other. */
export function readForm(body: string, rules: readonly Rule[]): Form {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    const rule = rules.find((one) => one.name.test(name));
    if (!rule) throw invalid(`Received unknown parameter: ${name}`, { code: 'parameter_unknown', param: name });
    if (form.has(name)) throw invalid(`Received ${name} twice`, { param: name });
    if (value === '')
      throw invalid(`You passed an empty string for '${name}'.`, { code: 'parameter_invalid_empty', param: name });
    if (!rule.value(value)) throw invalid(`Invalid value for ${name}`, { param: name });
    form.set(name, value);
  }
  const absent = rules.find((rule) => rule.required && ![...form.keys()].some((name) => rule.name.test(name)));
  if (absent) throw invalid(`Missing required param: ${absent.name.source}.`, { code: 'parameter_missing' });
  return form;
}

/** `metadata[a]=b` → `{ a: 'b' }`. */
export function dictionary(form: Form, name: string): Readonly<Record<string, string>> {
  const own = [...form].flatMap(([key, value]) => {
    const inside = key.startsWith(`${name}[`) ? key.slice(name.length + 1, -1) : null;
    return inside === null || inside.includes('[') ? [] : [[inside, value] as const];
  });
  return Object.fromEntries(own);
}
