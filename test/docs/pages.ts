import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Page {
  /** From the top of the project. */
  readonly path: string;
  readonly text: string;
}

/** Everything that is written for people. */
export function allPages(): readonly Page[] {
  const own = readdirSync('.').filter((name) => name.endsWith('.md'));
  const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  return [...own, ...docs, 'demo/NOTICE.md'].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Without blocks of code, where brackets mean something else. */
export function prose({ text }: Page): string {
  return text.replace(/^```.*?^```/gms, '');
}

export function blocks({ text }: Page, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, name, body = '']) =>
    name === language ? body : [],
  );
}

/** As GitHub makes them of headings. */
export function anchors({ text }: Page): readonly string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/gu, '-'),
  );
}
