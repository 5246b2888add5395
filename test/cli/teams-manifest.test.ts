import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appPackage } from '../../adapters/channels/teams/package/app-package.ts';
import { manifestLimits, manifestOf } from '../../adapters/channels/teams/package/manifest.ts';
import { makeManifest } from '../../src/cli/teams-manifest.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';

const set = {
  TEAMS_APP_ID: '11111111-2222-4333-8444-555555555555',
  TEAMS_APP_PASSWORD: 'secret-of-the-app',
  PARLEY_PUBLIC_URL: 'https://chat.example.com/',
  PARLEY_FLOWS: 'flows',
  SHOP_NAME: 'The Little Shop of Warm Winter Coats and Boots',
};

async function made(flags: object = {}, environment: object = set) {
  const out = join(await temporaryFolder(), 'app.zip');
  const words = await makeManifest({ out, appVersion: '1.0.0', ...flags }, { ...environment });
  const files = unzipSync(new Uint8Array(await readFile(out)));
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
  return { words, files, manifest };
}

interface Manifest {
  readonly [field: string]: unknown;
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly bots: readonly {
    readonly commandLists: readonly { readonly commands: readonly Readonly<Record<string, string>>[] }[];
  }[];
}

describe('parley teams manifest', () => {
  it('makes a package of a manifest and two icons', async () => {
    const { words, files, manifest } = await made();
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(words).toContain('https://chat.example.com/webhooks/teams');
    expect(manifest).toMatchObject({
      manifestVersion: '1.16',
      version: '1.0.0',
      id: set.TEAMS_APP_ID,
      validDomains: ['chat.example.com'],
      bots: [{ botId: set.TEAMS_APP_ID, scopes: ['personal', 'team', 'groupchat'], supportsFiles: true }],
    });
    expect(JSON.stringify(manifest)).not.toContain(set.TEAMS_APP_PASSWORD);
  });

  it('keeps to the lengths of Microsoft’s reference, however long the shop’s name is', async () => {
    const { manifest } = await made();
    const { name, description, developer, bots } = manifest;
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(name.full.length).toBeLessThanOrEqual(100);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(description.full.length).toBeLessThanOrEqual(4000);
    expect(developer['name']?.length).toBeLessThanOrEqual(32);
    for (const url of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl']) expect(developer[url]).toMatch(/^https:\/\//u);
    const commands = bots[0]?.commandLists[0]?.commands ?? [];
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.length).toBeLessThanOrEqual(10);
    for (const { title = '', description: about = '' } of commands) {
      expect(title.length).toBeLessThanOrEqual(manifestLimits.commandTitle);
      expect(about.length).toBeLessThanOrEqual(manifestLimits.commandDescription);
    }
  });

  it('draws icons of the size and the colours that Teams wants', async () => {
    const { files } = await made();
    const colour = decode(files['color.png'] ?? new Uint8Array());
    expect([colour.width, colour.height]).toEqual([192, 192]);
    const outline = decode(files['outline.png'] ?? new Uint8Array());
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const pixels = (each: { data: ArrayLike<number> }) =>
      Array.from({ length: each.data.length / 4 }, (_, index) =>
        [0, 1, 2, 3].map((part) => each.data[index * 4 + part]),
      );
    expect(new Set(pixels(colour).map(([, , , alpha]) => alpha))).toEqual(new Set([255]));
    // White or nothing, and both of them.
    expect(pixels(outline).every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    const alphas = pixels(outline).map((pixel) => pixel[3]);
    expect(alphas).toContain(0);
    expect(alphas).toContain(255);
  });

  it('leaves the commands out when no flow offers any, and is the same for the same facts', () => {
    const facts = {
      appId: set.TEAMS_APP_ID,
      shop: 'S',
      publicUrl: 'https://a.example',
      privacyUrl: 'https://a.example/p',
      termsUrl: 'https://a.example/t',
      version: '1.0.1',
      commands: [],
    };
    expect(JSON.stringify(manifestOf(facts))).not.toContain('commandLists');
    expect(appPackage(facts)).toEqual(appPackage(facts));
  });

  it.each([
    ['TEAMS_APP_ID', { ...set, TEAMS_APP_ID: '', TEAMS_APP_PASSWORD: '' }, {}],
    ['PARLEY_PUBLIC_URL is missing', { ...set, PARLEY_PUBLIC_URL: '' }, {}],
    ['https://', { ...set, PARLEY_PUBLIC_URL: 'http://chat.example.com' }, {}],
    ['--privacy', set, { privacy: 'ftp://x' }],
    ['three numbers', set, { appVersion: 'v1' }],
  ])('says shortly what is missing: %s', async (words, environment, flags) => {
    await expect(made(flags, environment)).rejects.toThrow(words);
  });
});
