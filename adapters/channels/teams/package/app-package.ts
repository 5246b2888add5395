import { zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons.ts';
import { type ManifestFacts, manifestOf } from './manifest.ts';

/** What is uploaded to Teams: the manifest and two icons, in a zip. The same for the same facts. */
export function appPackage(facts: ManifestFacts): Uint8Array {
  const manifest = `${JSON.stringify(manifestOf(facts), null, 2)}\n`;
  const files = {
    'manifest.json': new TextEncoder().encode(manifest),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  };
  return zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00Z') });
}
