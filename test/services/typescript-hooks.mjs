import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// The compiler costs each process more time than the tests it is for: what it made of a text is kept.
const cache = new URL('../../node_modules/.cache/parley-typescript/', import.meta.url);
const compiler = await readFile(new URL('../../node_modules/typescript/package.json', import.meta.url), 'utf8');

export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const text = await readFile(fileURLToPath(url), 'utf8');
  const key = createHash('sha256').update(compiler).update(text).digest('hex');
  const kept = new URL(`${key}.mjs`, cache);
  const source = (await readFile(kept, 'utf8').catch(() => null)) ?? (await compile(text, kept));
  return { format: 'module', source, shortCircuit: true };
}

async function compile(text, kept) {
  const { default: typescript } = await import('typescript');
  const compilerOptions = { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2023 };
  const source = typescript.transpileModule(text, { compilerOptions }).outputText;
  await mkdir(cache, { recursive: true });
  // Another process may be reading: a file appears whole or not at all.
  const unfinished = new URL(`${kept.href}.${process.pid}`);
  await writeFile(unfinished, source);
  await rename(unfinished, kept);
  return source;
}
