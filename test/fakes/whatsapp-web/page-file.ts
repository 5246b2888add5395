import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The page that stands in for WhatsApp's; its scripts come from the phone's server. */
export async function writePage(folder: string, phone: string): Promise<string> {
  const file = join(folder, 'whatsapp.html');
  const script = `<script type="module" src="${phone}/page/main.js"></script>`;
  await writeFile(file, `<!doctype html><meta charset="utf-8"><title>WhatsApp</title>${script}`);
  return file;
}

/** `null` for what is none of the page's scripts. */
export async function pageScript(url: string): Promise<string | null> {
  const name = /^\/page\/([a-z]+\.js)$/u.exec(url)?.[1];
  return name ? readFile(new URL(`page/${name}`, import.meta.url), 'utf8') : null;
}
