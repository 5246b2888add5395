import { existsSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { allPages, anchors, type Page, prose } from './pages.ts';

const pages = allPages();
const byPath = new Map(pages.map((page) => [page.path, page]));

/** Files that come to be when the reader does what the guides say. */
const toBeMade = [
  'flows/engraving.yaml',
  'flows/tests/engraving.yaml',
  'src/dialog/files/steps/forget.ts',
  'bench/results/latest.json',
];

it('every link leads to a file, and to a heading that is there', () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ page, link }) => !leads(page, link)).map(({ page, link }) => `${page.path}: ${link}`)).toEqual(
    [],
  );
});

it('every file and folder that a page names is there', () => {
  const own = pages.filter(({ path }) => path !== 'demo/NOTICE.md');
  const named = own.flatMap((page) => pathsIn(page).map((path) => ({ page, path })));
  expect(named.length).toBeGreaterThan(60);
  const missing = named.filter(({ path }) => !existsSync(path) && !toBeMade.includes(path));
  expect(missing.map(({ page, path }) => `${page.path}: ${path}`)).toEqual([]);
});

it('every guide is reached from the index', () => {
  const index = byPath.get('docs/README.md');
  const listed = index
    ? [index, byPath.get('docs/decisions/README.md')].flatMap((page) => (page ? targets(page) : []))
    : [];
  const guides = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/') && path !== 'docs/README.md');
  expect(guides.filter((path) => !listed.includes(path))).toEqual([]);
});

function linksOf(page: Page): readonly string[] {
  const found = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return found.filter((link) => !/^[a-z]+:/.test(link) && !link.includes('…'));
}

function leads(page: Page, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path = file === '' ? page.path : normalize(`${dirname(page.path)}/${file}`);
  if (!existsSync(path)) return false;
  const target = byPath.get(path);
  return anchor === undefined || target === undefined || anchors(target).includes(anchor);
}

function targets(page: Page): readonly string[] {
  return linksOf(page).map((link) => normalize(`${dirname(page.path)}/${link.split('#')[0]}`));
}

function pathsIn(page: Page): readonly string[] {
  const found = page.text.matchAll(/`((?:src|adapters|test|bench|scripts|docs|flows|demo|\.ci)\/[\w./-]*)`/g);
  return [...found].map(([, path = '']) => path);
}
