import { loadPages } from '../../../src/care/pages/load-pages.ts';
import type { PageFile } from '../../../src/care/pages/page-file.ts';

/** `delivery.md` or `es/delivery.md` → its text. */
export function pageFiles(texts: Readonly<Record<string, string>>): readonly PageFile[] {
  return Object.entries(texts).map(([path, text]) => {
    const [name = '', folder = null] = path.split('/').toReversed();
    return { path: `pages/${path}`, text, page: name.replace(/\.md$/u, ''), folder };
  });
}

export function load(texts: Readonly<Record<string, string>>) {
  return loadPages(pageFiles(texts), { locale: 'en-US' });
}

/** Each mistake as a merchant sees where it is: `pages/a.md:3:1 no-title`. */
export function mistakesIn(texts: Readonly<Record<string, string>>): readonly string[] {
  return load(texts).mistakes.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
