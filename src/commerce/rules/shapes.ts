import { z } from 'zod';

/** What may be written at one place of a file, as JSON Schema has it: as much of it as reading a file needs. */
export interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
}

/** JSON Schema of what belongs into a file. */
export function schemaFor(rules: z.ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(rules, { io: 'input', unrepresentable: 'any' });
}

/** All that this place may be. */
export function branches(shape: Shape): readonly Shape[] {
  return shape.anyOf === undefined ? [shape] : shape.anyOf.flatMap(branches);
}

export function mayBe(shape: Shape, type: string): boolean {
  return branches(shape).some((each) => each.type === type);
}

/** `null`: there is no such key. */
export function shapeOfKey(shape: Shape, key: string): Shape | null {
  for (const { properties, additionalProperties } of branches(shape)) {
    const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own) return own;
    if (typeof additionalProperties === 'object') return additionalProperties;
  }
  return null;
}

export function shapeOfItem(shape: Shape): Shape {
  return branches(shape).find(({ items }) => items !== undefined)?.items ?? {};
}

export function keysOf(shape: Shape): readonly string[] {
  return [...new Set(branches(shape).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

export function shapeAt(shape: Shape, path: readonly PropertyKey[]): Shape {
  return path.reduce<Shape>(
    (at, part) => (typeof part === 'number' ? shapeOfItem(at) : (shapeOfKey(at, String(part)) ?? {})),
    shape,
  );
}
