import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { z } from 'zod';

/** Meta's own description of the API, mended where it contradicts its own examples. */
export interface MetaSchema {
  /** What is wrong with a message, or `null`. Kinds that the file does not know are not judged. */
  faults(message: object): string | null;
  /** The sample webhooks of the file, by name. */
  readonly samples: ReadonlyMap<string, unknown>;
}

const fileName = 'business-messaging-api_v23.0.yaml.gz';

/**
 * The file is Meta's (github.com/facebook/openapi, MIT) and no part of this project: it is looked for where PARLEY_META_OPENAPI says,
 * else in a folder shared/data/meta_openapi beside the project.
 */
export function metaSchemaFile(): string | null {
  const named = process.env['PARLEY_META_OPENAPI'];
  if (named) return existsSync(named) ? named : null;
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, 'shared/data/meta_openapi', fileName);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return null;
  }
}

export const noMetaSchema = `Meta’s OpenAPI file ${fileName} is not here: set PARLEY_META_OPENAPI`;

let loaded: MetaSchema | null | undefined;

/** `null` where the file is not there. */
export function metaSchema(): MetaSchema | null {
  const file = metaSchemaFile();
  loaded ??= file === null ? null : load(file);
  return loaded;
}

const schemaMap = z.record(z.string(), z.unknown());
const document = z.object({
  components: z.object({ schemas: schemaMap }),
  paths: z.object({
    '/whatsapp/webhooks': z.object({
      post: z.object({
        requestBody: z.object({
          content: z.object({
            'application/json': z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })) }),
          }),
        }),
      }),
    }),
  }),
});

function load(file: string): MetaSchema {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { components, paths } = document.parse(parse(text));
  const examples = paths['/whatsapp/webhooks'].post.requestBody.content['application/json'].examples;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile({
    $ref: '#/components/schemas/Message',
    components: { schemas: mended(components.schemas) },
  });
  return {
    samples: new Map(Object.entries(examples).map(([name, { value }]) => [name, value])),
    faults: (message) => {
      if (!isKnown(message) || validate({ to: 'named in recipient', ...message })) return null;
      return ajv.errorsText(validate.errors?.slice(-3));
    },
  };
}

/** The file knows no requests for a place, which "Location request messages" describes. */
function isKnown(message: object): boolean {
  return !JSON.stringify(message).includes('"location_request_message"');
}

/**
 * `additionalProperties: false` inside `allOf` forbids what the other half asks for; `recipient_type` is asked for though its own
 * examples leave it out.
 */
function mended(schemas: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, mend(schema)]));
}

function mend(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(mend);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, mend(value)] as const);
  const { discriminator: _, ...mended } = Object.fromEntries(entries);
  if (Array.isArray(mended['allOf'])) mended['allOf'] = mended['allOf'].map(open);
  if (Array.isArray(mended['required']))
    mended['required'] = mended['required'].filter((name) => name !== 'recipient_type');
  return mended;
}

function open(half: unknown): unknown {
  if (typeof half !== 'object' || half === null) return half;
  const { additionalProperties: _, ...rest } = half as Record<string, unknown>;
  return rest;
}
