import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readVariables } from './variables.ts';

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object; version: string };

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
}

const compose = parse(readFileSync('compose.yaml', 'utf8')) as { services: Readonly<Record<string, Service>> };
const dockerfile = readFileSync('Dockerfile', 'utf8');

it('the decisions say why each dependency is there', () => {
  const rows = [...readFileSync('docs/decisions/0016-dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \|/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(packageJson.dependencies));
});

it('compose.yaml pins every image, and every server but Parley’s own image has a health check', () => {
  for (const [name, { image, healthcheck }] of Object.entries(compose.services)) {
    expect({ name, pinned: /:v?\d+\.\d+\.\d+/.test(image ?? '') }).toEqual({ name, pinned: true });
    expect({ name, checked: healthcheck !== undefined || name === 'parley' }).toEqual({ name, checked: true });
  }
});

it('compose.yaml sets variables that Parley reads', () => {
  const read = readVariables();
  const set = Object.keys(compose.services['parley']?.environment ?? {});
  expect(set.filter((name) => !read.includes(name))).toEqual([]);
});

it('the image copies what exists and checks its health', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied.length).toBeGreaterThan(8);
  expect(copied.filter((name) => !existsSync(name))).toEqual([]);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*\/health/m);
});
